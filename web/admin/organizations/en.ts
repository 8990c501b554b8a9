/** What the pages of organizations say. */
export const organizations = {
  title: 'Organizations',
  create: 'Add organization',
  filter: 'Filter organizations',
  empty: {
    title: 'No organization yet',
    text: 'An organization is a company that you serve. Give it an e-mail domain, and its people become members when they sign in.',
  },
  noMatch: 'No organization matches “{{text}}”.',
  columns: { name: 'Name', domains: 'E-mail domains', members: 'Members' },
  noDomains: 'None',
  new: {
    title: 'Add an organization',
    name: 'Name',
    domainsHelp:
      'Who signs in through an identity provider with an address in one of these domains becomes a member by itself.',
    submit: 'Add organization',
    done: '{{name}} was added',
    partial: '{{name}} was added, but its domains were not. Correct them and save.',
  },
  edit: {
    domainsHelp:
      'People become members at their next sign-in. Removing a domain ends the memberships that it gave, at their next sign-in; those added by hand stay.',
    done: 'Saved',
  },
  members: {
    title: 'Members',
    help: 'Members see their own requests. Managers see all requests of the organization.',
    add: 'Add a member',
    empty: 'No members yet.',
    manager: 'Manager',
    managerOf: '{{name}} is a manager',
    managerOn: '{{name}} sees all requests of the organization now',
    managerOff: '{{name}} sees own requests only now',
    added: '{{name}} is a member now',
    remove: 'Remove member',
    removeTitle: 'Remove {{name}} from {{organization}}?',
    removeText:
      '{{name}} no longer belongs to it. Whose e-mail domain is one of the organization’s becomes a member again at the next sign-in.',
    removed: '{{name}} is no longer a member',
  },
  delete: {
    action: 'Delete organization',
    title: 'Delete {{name}}?',
    text_one:
      'Its {{count}} member loses access to service desks that only the organization opens. Requests stay with the people who raised them. This cannot be undone.',
    text_other:
      'Its {{count}} members lose access to service desks that only the organization opens. Requests stay with the people who raised them. This cannot be undone.',
    submit: 'Delete organization',
    done: '{{name}} was deleted',
  },
  back: 'All organizations',
} as const;
