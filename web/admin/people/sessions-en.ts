/** What the dialog of somebody's sessions says. */
export const sessions = {
  action: 'Sessions…',
  title: 'Where {{name}} is signed in',
  none: '{{name}} is signed in nowhere.',
  on: '{{browser}} on {{system}}',
  unknownBrowser: 'A browser',
  unknownSystem: 'an unknown device',
  through: 'through {{provider}}',
  password: 'with a password',
  from: 'from {{address}}',
  since: 'Since',
  lastSeen: 'last seen',
  current: 'Your own, this one',
  end: 'End',
  endLabel: 'End the session of {{browser}}',
  endAll: 'End all',
  endAllHelp:
    'They end at once, in every window. The person can sign in again, unless the account is deactivated.',
  ended: 'The session has ended.',
  allEnded: 'The sessions of {{name}} have ended.',
  failed: 'The session could not be ended',
} as const;
