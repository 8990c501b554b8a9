/** What the pages on the domains of identity providers say. */
export const ownership = {
  title: 'E-mail domains',
  help: 'People sign in through this provider with addresses in these domains. It may do so only for domains that are proved to be the company’s: by a DNS record, or by your word.',
  none: 'No domain yet. Add the company’s domains here; each then gets a TXT record that proves it.',
  columns: { domain: 'Domain', record: 'TXT record that proves it' },
  state: { dns: 'Proved by DNS', override: 'Vouched for', unproved: 'Not proved' },
  recordName: 'Name',
  recordValue: 'Value',
  problem: 'Last check: {{problem}}',
  reason: 'Reason: {{reason}}',
  check: 'Check now',
  checked: '{{domain}} is proved',
  notYet: '{{domain}} is not proved yet',
  vouch: 'Vouch for it',
  vouchTitle: 'Vouch for {{domain}}?',
  vouchText:
    'From then on the provider speaks for every address in this domain: accounts with such an address are linked to it. The audit log keeps your reason.',
  vouchReason: 'How do you know that the domain is the company’s?',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw {{domain}}?',
  withdrawText:
    'People with addresses in this domain can no longer sign in through this provider until the domain is proved again, with a new record. Their accounts and requests stay.',
  change:
    'Add domains of the company, or take some away. A domain that is taken away and added again must be proved again.',
  save: 'Save domains',
  saved: 'Saved',
  failed: 'The domains were not changed',
} as const;
