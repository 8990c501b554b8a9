/** What the page says on which people show that an account is theirs. */
export const en = {
  title: 'Is this your account?',
  intro:
    'There is already an account for {{email}} here. You have signed in with {{provider}} for the first time: show once that the account is yours, and from then on {{provider}} signs you in to it.',
  byCode: 'Send me a code by e-mail',
  byCodeAgain: 'Send another code',
  codeSent: 'A code is on its way to {{email}}. It may take a minute; look among unwanted mail, too.',
  code: 'Code from the e-mail',
  codeHelp: 'Six digits',
  noCode: 'Enter the six digits from the e-mail.',
  wrongCode: 'This is not the code that was sent last. Check it and try again.',
  wrongPassword: 'This is not the password of the account. Check it and try again.',
  submitCode: 'Use the code',
  byPassword: 'Use the password of the account instead',
  backToCode: 'Use a code by e-mail instead',
  noPassword: 'Enter the password.',
  submitPassword: 'Use the password',
  staffOnly: 'This account belongs to the support team, so only its password shows that it is yours.',
  noMore: 'No more codes can be sent for this sign-in. Use the last one, or begin again later.',
  over: 'This step is over',
  overText:
    'There were 15 minutes for it, and only in the browser in which you signed in. Simply sign in again.',
  again: 'Sign in again',
  notMine: 'This is not my account',
  notMineText:
    'Then leave it alone: nothing was changed. Ask the people who run this site, who can tell you more.',
} as const;
