/** What is said of how people sign in at a portal. */
export const portalSignIn = {
  requires: 'Customers must sign in through their company',
  requiresHelp:
    'Passwords then open this portal to agents and administrators only. Customers who are signed in with a password, or through a provider that does not serve this portal, are asked to sign in through their company.',
  willRequire:
    'From now on, customers without a company login cannot use this portal, also those who are signed in now.',
  defaultProvider: 'Send everybody straight to',
  defaultProviderHelp:
    'Who opens this portal without being signed in goes there at once, and can still choose another way.',
  noDefault: 'Nobody: let them choose',
  idle: 'Sign out after this many minutes without use',
  idleHelp: 'Left empty, as the site does. Only a shorter time than the site’s has an effect.',
  max: 'Sign out after this many hours in any case',
  maxHelp: 'Left empty, as the site does.',
  serving: 'Through these, people of this portal can sign in:',
  servingNone:
    'No enabled identity provider serves this portal yet. Show one on it, or verify an e-mail domain of one.',
  testedByYou: 'tested by you',
  tested: 'tested by somebody else',
  notTested: 'not tested',
  needsTest:
    'Before you require a provider, test one of these yourself with its settings as they are now: nobody is locked out then by something that you have not seen work.',
  emergency: 'Emergency address for administrators',
  emergencyHelp:
    'Keep it where you find it when a company’s sign-in is broken: the password form is always there. Its use is recorded in the audit log.',
  conflict: 'Someone else has changed how people sign in here',
  conflictText: 'Load the newest values of what you did not touch, then save again.',
  conflictLoad: 'Load the newest and keep my changes',
} as const;
