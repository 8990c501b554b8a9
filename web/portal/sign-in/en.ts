/** What the sign-in page says; other pages do without it. */
export const en = {
  title: 'Sign in',
  titleFor: 'Sign in to {{name}}',
  intro: 'Enter your work e-mail address. If your company has its own sign-in, we take you there.',
  email: 'E-mail address',
  next: 'Continue',
  usePassword: 'Use a password instead',
  noEmail: 'Enter your e-mail address.',
  badEmail: 'This does not look like an e-mail address. It is written like name@company.com.',
  password: 'Password',
  noPassword: 'Enter your password.',
  show: 'Show password',
  hide: 'Hide password',
  submit: 'Sign in',
  changeEmail: 'Use another address',
  signingInAs: 'Signing in as',
  wrong: 'E-mail address or password is not right. Check both and try again.',
  slowDown_one: 'Too many tries. Try again in one minute.',
  slowDown_other: 'Too many tries. Try again in {{count}} minutes.',
  redirecting: 'Taking you to the sign-in of {{provider}}',
  redirectingText: 'You sign in there with your company account and come straight back.',
  goNow: 'Go there now',
  signedInAs: 'You are signed in as {{name}}.',
  continueAs: 'Continue as {{name}}',
  notSignedIn: 'You could not be signed in',
  reference: 'If you ask for help, mention this reference: {{reference}}',
  or: 'or',
  companies: 'Sign in through your company',
  continueWith: 'Continue with {{provider}}',
  remembered: 'You signed in this way before, in this browser.',
  notYou: 'Not you? Use another way',
  otherWay: 'Use another way',
  redirectingCompany: 'Taking you to your company’s sign-in',
  companyOnly:
    'This portal is open to people who sign in through their company. A password does not open it.',
  noWay: 'There is no sign-in for {{domain}} here',
  noWayText:
    'Check the address: it must be the one that your company gave you. If it is right, ask the people who run this site to set up your company’s sign-in.',
  localIntro: 'For people who run this site, when their company’s sign-in does not work.',
  tryAgain: 'Try again',
  passkey: {
    action: 'Sign in with a passkey',
    unsupported: 'This browser could not use a passkey here. Sign in with your e-mail address above.',
    refused:
      'This passkey does not sign you in by itself. Sign in with your e-mail address above; then it can be your second factor.',
  },
  links: {
    forgotten: 'Forgotten your password?',
    question: 'No account yet?',
    signUp: 'Create an account',
  },
  refused: {
    provider_unknown:
      'The sign-in that you were sent to does not exist any more. Enter your e-mail address again to find the right one.',
    provider_disabled:
      'Your company’s sign-in is switched off here. Ask the people who run this site to switch it on again.',
    attempt_unknown:
      'This sign-in was started too long ago, in another browser, or has been used already. Simply start again below.',
    response_invalid:
      'The answer of your company’s sign-in could not be verified. Try once more; if it happens again, tell the people who run this site.',
    response_expired:
      'The answer of your company’s sign-in came too late, or its clock differs from ours. Try once more.',
    assertion_reused: 'This sign-in was used already. For your safety, start again below.',
    email_missing:
      'Your company’s sign-in did not tell us your e-mail address. Ask your IT department to release it to this site.',
    email_unverified:
      'Your company’s sign-in has not verified your e-mail address. Ask your IT department to verify it, then try again.',
    domain_not_owned:
      'Your e-mail address does not belong to the company whose sign-in you used. Enter the address that you have there.',
    account_exists:
      'There is already an account with your e-mail address, and it signs in another way. Enter the address below and sign in as before, or ask the people who run this site to connect both.',
    account_locked:
      'Your account is locked for a while, because a wrong second factor was entered too often. Try again in a quarter of an hour, or ask the people who run this site.',
    account_inactive:
      'Your account is switched off. Ask the people who run this site if you think that this is a mistake.',
    creation_disabled:
      'You have no account here, and your company’s sign-in may not create one. Ask the people who run this site to add you.',
    staff_not_admitted:
      'People who work here cannot sign in through this company’s sign-in. Use the sign-in that you were given for your work.',
    provider_unreachable: 'Your company’s sign-in did not answer. Try again in a few minutes.',
    group_not_allowed:
      'You are not in a group of your company that may use this site. Ask your IT department to add you.',
    groups_incomplete:
      'Your company’s sign-in could not tell us your groups, because you are in too many. Ask your IT department; the reference below tells the people who run this site what to change.',
    idp_initiated_off:
      'Signing in from your company’s list of applications is not switched on for this site. Start here instead: enter your address below.',
    algorithm_weak:
      'Your company’s sign-in protects its answer in a way that is no longer safe. Tell your IT department, with the reference below.',
    sign_in_cancelled:
      'The sign-in at your company was not finished: you cancelled it there, or it does not let you use this site. Ask your IT department, or start again below.',
    provider_error:
      'Your company’s sign-in refused, or is not set up correctly. Try once more; if it happens again, tell the people who run this site.',
    internal_error:
      'Something went wrong here, not at your company. Start again below; if it happens again, give the people who run this site the reference.',
    unknown: 'Something went wrong while you were signing in. Start again below.',
  },
} as const;
