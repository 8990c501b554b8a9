export const en = {
  nav: { myRequests: 'My requests' },
  home: { title: 'How can we help?' },
} as const;
