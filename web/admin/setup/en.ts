/** What the set-up of a new site says. */
export const setup = {
  title: 'Set up {{site}}',
  help: 'Create the first administrator. This link works once.',
  name: 'Your name',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Create administrator',
  invalid: {
    title: 'This link does not work any more',
    text: 'It was used already, is more than a day old, or a newer one was printed. Start Portico again on the server: while there is no administrator, it prints a new link.',
    setUp: 'This site is set up already. Sign in instead.',
    signIn: 'Sign in',
  },
} as const;
