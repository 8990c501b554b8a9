/** What the overview says. */
export const overview = {
  title: 'Administration',
  next: 'Next steps',
  nextHelp: 'Each step ticks itself off when it is done.',
  allDone: 'Everything that a first customer needs is set up.',
  done: 'done',
  open: 'to do',
  steps: {
    desk: {
      title: 'Create a service desk',
      text: 'A portal where customers raise requests, with queues where agents answer them.',
      action: 'Create a service desk',
    },
    provider: {
      title: 'Connect an identity provider',
      text: 'So that customers sign in with their own company’s login (SAML or OpenID Connect).',
      action: 'Connect a provider',
    },
    providerDisabled: {
      title: 'Enable an identity provider',
      text: 'One is set up but not enabled yet: nobody can sign in through it.',
      action: 'Review the providers',
    },
    agents: {
      title: 'Add agents',
      text: 'The people who answer requests. Give them an account, then add them to a service desk.',
      action: 'Add agents',
    },
    organization: {
      title: 'Add an organization',
      text: 'Customers of one company become its members by their e-mail domain.',
      action: 'Add an organization',
    },
  },
  numbers: 'At a glance',
  serviceDesks: 'Service desks',
  people: 'Accounts',
  organizations: 'Organizations',
  providers: 'Identity providers',
  orMore: '{{count}}+',
  version: 'Portico {{version}}',
} as const;
