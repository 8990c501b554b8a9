/** What is said where a portal does not take the session that one has. */
export const en = {
  companySignIn: {
    title: 'Sign in through your company',
    text: 'This portal is open to people who sign in through their company, and you are signed in with a password.',
    action: 'Sign in through your company',
  },
  otherCompanySignIn: {
    title: 'Your company’s sign-in does not open this portal',
    text: 'It is open to people who sign in through certain companies, and you are signed in through another one.',
    action: 'Sign in another way',
  },
  factor: {
    title: 'This portal needs one more step',
    text: 'It is open to people who have shown a second factor: a code from an app, a passkey or a code by e-mail. You come back to this page afterwards.',
    action: 'Go on',
    failed: 'The server did not answer. Try again.',
  },
} as const;
