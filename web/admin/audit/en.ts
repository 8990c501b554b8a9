/** What the audit log says. */
export const audit = {
  title: 'Audit log',
  help: 'Who changed what in the configuration, and what happened around signing in. It cannot be changed. Changes to requests are in each request’s history.',
  search: 'Search',
  searchHint: 'Person, thing, address or reference',
  action: 'Action',
  allActions: 'All actions',
  empty: { title: 'Nothing found', text: 'No entry fits this search.', none: 'Nothing has happened yet.' },
  clear: 'Clear the search',
  more: 'Show older entries',
  system: 'System',
  from: 'from {{address}}',
  became: 'became',
  moreChanges_one: 'Show {{count}} more',
  moreChanges_other: 'Show {{count}} more',
  yes: 'yes',
  no: 'no',
} as const;
