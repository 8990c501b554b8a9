/** What participants and sharing say on the page of a request. */
export const participantWords = {
  participants: {
    title: 'Participants',
    failed: 'The participants could not be loaded',
    none: 'Nobody beside the reporter',
    organization: 'everybody in it',
    newcomer: 'has no account yet; becomes a customer of the desk',
    remove: 'Take {{name}} out',
    unshare: 'Stop sharing with {{name}}',
    add: 'Add people or organizations',
    addHint: 'Name or e-mail address',
    found: 'Found',
    nothing: 'No customer or organization of this desk matches “{{text}}”.',
    changed: 'The participants were not changed',
  },
} as const;
