/** What the portal says. */
export const en = {
  nav: {
    helpCenter: 'Help center',
    myRequests: 'My requests',
    breadcrumb: 'You are here',
  },
  shell: {
    offline: 'Live updates are interrupted. Trying to connect again…',
  },
  portal: {
    ask: 'What can we help you with?',
    otherTypes: 'Other',
    noTypes: 'Nothing can be asked for here yet',
    noTypesText: 'The people who run this portal have not added any kind of request.',
    mayNotRaise: 'You can read this portal, but your account may not raise requests in it.',
  },
} as const;
