/** What the header says of search and filters. */
export const shellSearchWords = {
  search: 'Search',
  quick: {
    label: 'Search requests',
    placeholder: 'Search requests',
    results: 'Requests that fit',
    all: 'Search for “{{text}}” in all requests',
    none: 'No request is called so',
    shortcut: 'Search requests (Ctrl+K, too)',
  },
  filters: {
    menu: 'Filters',
    starred: 'Starred',
    none: 'Star a filter, and it stands here.',
    all: 'All filters',
    new: 'Search requests',
    usual: 'Often searched for',
    mine: 'My open requests',
    reported: 'Reported by me',
    viewed: 'Viewed recently',
    updated: 'Updated recently',
    resolved: 'Resolved recently',
  },
  goSearch: 'Go to the search',
  goFilters: 'Go to filters',
} as const;
