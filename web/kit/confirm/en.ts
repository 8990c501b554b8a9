/** What the asking for a second factor says, at the sign-in and before what matters. */
export const en = {
  title: 'Confirm that it is you',
  text: 'You are about to change something that matters. Show once more that it is you; then it goes on by itself, and nothing that you typed is lost.',
  cancel: 'Cancel',
  submit: 'Confirm',
  loading: 'Loading…',
  providerText:
    'You signed in through {{provider}}. Sign in there once more, in a window of its own, then come back to this one and go on.',
  providerOpen: 'Sign in through {{provider}}',
  providerDone: 'I have signed in: go on',
  nothing: 'Sign out and in again to do this.',
  other: 'Use another way',
  ways: {
    passkey: 'Passkey or security key',
    totp: 'Authenticator app',
    recovery: 'Recovery code',
    mail: 'Code by e-mail',
    password: 'Password',
  },
  passkey: {
    intro: 'Your browser asks for your fingerprint, your face, your PIN or your security key.',
    submit: 'Use my passkey',
  },
  totp: {
    label: 'Code from your app',
    help: 'The six digits that your authenticator app shows now.',
    missing: 'Enter the six digits that your app shows.',
    wrong: 'This code is wrong, or was used already. Wait for the next one in your app and enter it.',
  },
  recovery: {
    label: 'Recovery code',
    help: 'One of the codes that you kept when you set up your second factor. Each works once.',
    missing: 'Enter one of your recovery codes.',
    wrong: 'There is no such recovery code, or it was used already.',
  },
  mail: {
    label: 'Code from the e-mail',
    help: 'Six digits, sent to {{email}}. It may take a minute; look among unwanted mail, too.',
    missing: 'Enter the six digits from the e-mail.',
    wrong: 'This is not the code that was sent last. Check it and try again.',
    intro: 'We send a code to {{email}}.',
    send: 'Send me a code',
    again: 'Send another code',
    noMore: 'No more codes can be sent for this sign-in. Use the last one, or begin again later.',
  },
  password: {
    label: 'Password',
    help: 'The password of your account here.',
    missing: 'Enter your password.',
    wrong: 'This is not your password. Check it and try again.',
  },
  problem: {
    unsupported: 'This browser cannot use passkeys here. Use another browser or another way.',
    known: 'This passkey is set up for your account already. Use another device or key.',
    failed: 'The browser could not use the passkey. Try once more, or use another way.',
    refused: 'This passkey could not be verified. Try once more, or use another way.',
    locked_one:
      'Too many wrong tries: this account is locked for a while. Try again in one minute, or ask the people who run this site.',
    locked_other:
      'Too many wrong tries: this account is locked for a while. Try again in {{count}} minutes, or ask the people who run this site.',
  },
} as const;
