/** What the pages of one's own account say. */
export const en = {
  sessions: {
    title: 'Where you are signed in',
    text: 'Do you not recognise one of these? End it, and change your password where you sign in with it.',
    on: '{{browser}} on {{system}}',
    unknownBrowser: 'A browser',
    unknownSystem: 'an unknown device',
    current: 'This one',
    through: 'Signed in through {{provider}}',
    password: 'Signed in with a password',
    address: 'From {{address}}',
    since: 'Since',
    lastSeen: 'Last seen',
    end: 'End',
    endLabel: 'End the session of {{name}}',
    ended: 'The session has ended.',
    endOthers: 'End all others',
    endOthersTitle: 'End all other sessions?',
    endOthersText: 'You stay signed in here. Everywhere else you have to sign in again.',
    othersEnded: 'All other sessions have ended.',
    cancel: 'Cancel',
    only: 'You are signed in nowhere else.',
  },
  signedOut: {
    title: 'You are signed out',
    both: 'You are signed out here and at {{provider}}.',
    here: 'You are signed out here.',
    problemTitle: 'Signing out was not confirmed',
    refused:
      'The sign-out that came from your company’s sign-in was not understood. You may still be signed in here or there: close all windows of this browser.',
    unavailable:
      'You are signed out here. Your company’s sign-in could not be reached, so you may still be signed in there: close all windows of this browser.',
    reference: 'Reference for your administrator: {{reference}}',
    again: 'Sign in again',
    home: 'To the help center',
  },
} as const;
