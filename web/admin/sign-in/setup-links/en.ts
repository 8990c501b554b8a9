/** What the page on set-up links says. */
export const setupLinks = {
  title: 'Set-up links',
  help: 'Let the company’s own IT fill in this provider. A link shows them our values, takes theirs and their domains, and lets them test. It can do nothing else: no rules, and nothing once the provider is enabled.',
  inUse:
    'This provider is enabled, so a link can only show it. Disable it first if the company shall change it.',
  note: 'For whom',
  noteHelp: 'Shown in the audit log beside what is changed with the link.',
  days: 'Works for how many days',
  make: 'Make a link',
  made: 'This is the link. It is shown this once.',
  madeHelp: 'Send it to the person in private. Whoever has it can fill in this provider until it expires.',
  link: 'Set-up link',
  none: 'No link has been made.',
  submittedTitle: 'Filled in by the company’s IT',
  submittedBy: '{{provider}}: look at it, test it, and enable it',
  columns: { note: 'For', state: 'State', expires: 'Until', used: 'Last used' },
  state: { open: 'Open', expired: 'Expired', submitted: 'Filled in' },
  submitted: 'The company’s IT has filled in this provider. Look at it, test it, and enable it.',
  handedOver: 'Handed over on {{when}}.',
  test: {
    none: 'They have not tested it.',
    succeeded: 'Their own test of these very settings went well.',
    outdated:
      'Their own test went well, but settings were changed since: version {{tested}} was tested, now it is version {{now}}.',
    refused: 'Their own last test did not go well; the sign-in log shows why.',
  },
  changedSince:
    'Something was changed since: version {{handedOver}} was handed over, now it is version {{now}}.',
  never: 'never',
  revoke: 'Withdraw',
  revokeTitle: 'Withdraw the link for {{note}}?',
  revokeText: 'The link stops working at once. What was filled in with it stays.',
  failed: 'No link was made',
} as const;
