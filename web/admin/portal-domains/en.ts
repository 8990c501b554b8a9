/** Domains of portals, in English. */
export const portalDomains = {
  title: 'Domains of portals',
  intro:
    'A portal can live at an address of its own, such as help.acme.example. There, customers see that portal alone, with its name, its colour and its ways to sign in. All portals stay at {{host}} as well.',
  add: 'Add domain',
  back: 'All domains of portals',
  columns: { host: 'Domain', portal: 'Portal', signInAt: 'Sign-in is made at' },
  main: 'Main',
  empty: {
    title: 'No portal has a domain of its own',
    text: 'All of them are at {{host}}. Add a domain to give a portal its own address.',
  },
  host: 'Domain',
  hostHelp: 'The host alone, such as help.acme.example.',
  portal: 'Portal',
  noPortals: 'There is no service desk yet, so there is no portal either.',
  isMain: 'Main domain of this portal',
  isMainHelp: 'Links in mail about the portal lead there. Each portal has one.',
  isMainOnly: 'It is the portal’s only one, or its main one. To change that, make another one the main one.',
  signInAt: {
    label: 'Sign-in through identity providers is made at',
    site: '{{host}}',
    domain: 'this domain',
    siteHelp:
      'Works at once: nothing has to be registered at identity providers. The browser passes through {{host}} for a moment.',
    domainHelp:
      'The browser goes from this domain to the provider and back. The addresses below must be registered at each provider first.',
  },
  new: { title: 'Give a portal a domain', submit: 'Add' },
  added: '{{host}} was added',
  saved: 'Saved',
  settings: 'Settings',
  switch: {
    title: 'Make sign-in at {{host}} itself?',
    text: 'From now on providers send browsers back to {{host}}. Until its addresses are registered at a provider, nobody can sign in through that provider at {{host}}. At {{site}} nothing changes.',
    submit: 'I have registered them: switch',
  },
  dns: {
    title: 'How it gets to lead here',
    record:
      'Add a record at the name servers of the domain. If {{host}} is at the top of its zone, use an A or AAAA record with the address of this server instead.',
    name: 'Name of the record',
    type: 'Type',
    value: 'Points to',
    proxy:
      'The reverse proxy in front of Portico needs a certificate for {{host}}, and passes requests for it on with their Host header. Caddy can get certificates by itself; docs/custom-domains.md has examples for Caddy and nginx.',
  },
  check: {
    title: 'Does it lead here?',
    action: 'Check now',
    again: 'Check again',
    never: 'Looks for the address in DNS and asks {{host}} for something that only this Portico knows.',
    addresses: 'Found in DNS: {{addresses}}',
    outcome: {
      answers: 'It leads here',
      'no-record': 'There is no record in DNS',
      elsewhere: 'It leads elsewhere',
      certificate: 'Its certificate is not good',
      unreachable: 'It cannot be reached',
    },
  },
  register: {
    title: 'What identity providers must know',
    site: 'Nothing more than now: sign-in for this domain is made at {{host}}. Register these addresses before you switch it to the domain itself.',
    domain:
      'Register these addresses at each provider, beside those that it has. Our SAML metadata lists them as well.',
    none: 'There are no identity providers yet.',
    disabled: 'disabled',
    kind: {
      acs: 'Assertion consumer service (ACS) URL',
      redirect: 'Redirect URI',
      'post-logout': 'Post-logout redirect URI',
    },
  },
  remove: {
    action: 'Remove',
    title: 'Remove {{host}}?',
    text: 'From then on {{host}} is refused; links to it, also in mail that was sent, no longer work. The portal stays at {{site}}.',
    signedIn_one: 'One person is signed in there, and will be signed out.',
    signedIn_other: '{{count}} people are signed in there, and will be signed out.',
    signedIn_zero: 'Nobody is signed in there.',
    done: '{{host}} was removed',
  },
  passkeys:
    'Passkeys are made for {{host}}. Most browsers use them at this domain, too; others offer the other second factors there.',
  provider: {
    title: 'Addresses for domains of portals',
    text: 'Only for domains that make sign-in themselves. Where sign-in is made at the site’s own host, nothing has to be registered.',
    needed: 'has to be registered',
    notNeeded: 'only if you switch it',
  },
};
