/** What is said before customers lose their way into a portal. */
export const lockOut = {
  title_one: 'Customers could no longer get into {{portals}}',
  title_other: 'Customers could no longer get into {{count}} portals: {{portals}}',
  text_one:
    'It requires a provider, and no other one serves it. Only agents and administrators could still get in, at the emergency address. Let another provider serve it first, or go on if you must, such as when this provider was broken into. It will be in the audit log.',
  text_other:
    'They require a provider, and no other one serves them. Only agents and administrators could still get in, at the emergency address. Let another provider serve them first, or go on if you must, such as when this provider was broken into. It will be in the audit log.',
  people_zero: 'Nobody has signed in through it in the last {{days}} days.',
  people_one: '{{count}} person has signed in through it in the last {{days}} days.',
  people_other: '{{count}} people have signed in through it in the last {{days}} days.',
  noOtherWay_one: '{{count}} of them has no other way to sign in.',
  noOtherWay_other: '{{count}} of them have no other way to sign in.',
  requiredBy:
    'These portals require a provider, and are closed at once to who came through this one: {{portals}}.',
  endsSessions_one: 'Sign out {{count}} person who is signed in through it now',
  endsSessions_other: 'Sign out {{count}} people who are signed in through it now',
  endsSessionsHelp: 'When the provider was broken into: nobody knows who they really are.',
  goOn: 'Go on all the same',
  saveTitle: 'Save although customers are locked out?',
  saveSubmit: 'Save all the same',
  staleTest_one:
    'Saving makes its passed test count no more: {{portals}} requires a provider and relies on this one. Test it again right after you save.',
  staleTest_other:
    'Saving makes its passed test count no more, and {{count}} portals require a provider and rely on this one: {{portals}}. Test it again right after you save.',
} as const;
