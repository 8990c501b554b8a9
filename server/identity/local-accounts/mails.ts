import type { MailTemplate } from '../../platform/mail/template.ts';

const sampleUrl = 'https://help.example.com/servicedesk/customer/user/finish#token';

/**
 * The link with which somebody finishes signing up. It says nothing that was typed at the sign-up: anybody may have typed it,
 * and the address may be a stranger's.
 */
export const signUpMail: MailTemplate<'url'> = {
  name: 'account.sign-up',
  about: 'When somebody signs up with an address that has no account yet',
  isSecret: true,
  texts: {
    en: {
      subject: 'Finish your account at {{site}}',
      heading: 'Finish your account',
      paragraphs: [
        'Hello,',
        'Somebody has entered this e-mail address to make an account at {{site}}. If it was you, choose a password:',
      ],
      button: 'Choose a password',
      notes: [
        'The link works once, for 24 hours. The account is made when you have chosen a password.',
        'If it was not you, do nothing: there is no account then.',
      ],
    },
    de: {
      subject: 'Ihr Konto bei {{site}} fertigstellen',
      heading: 'Konto fertigstellen',
      paragraphs: [
        'Guten Tag,',
        'jemand hat diese E-Mail-Adresse eingegeben, um ein Konto bei {{site}} anzulegen. Wenn Sie das waren, wählen Sie ein Passwort:',
      ],
      button: 'Passwort wählen',
      notes: [
        'Der Link gilt einmal, 24 Stunden lang. Das Konto entsteht, wenn Sie ein Passwort gewählt haben.',
        'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Dann gibt es kein Konto.',
      ],
    },
  },
  sample: { url: sampleUrl },
};

/** Instead of that, where the address has an account. */
export const knownMail: MailTemplate<'name' | 'how' | 'url'> = {
  name: 'account.sign-up-known',
  about: 'When somebody signs up with an address that has an account already',
  isSecret: false,
  texts: {
    en: {
      subject: 'You already have an account at {{site}}',
      heading: 'You already have an account',
      paragraphs: [
        'Hello {{name}},',
        'Somebody has entered your e-mail address to make an account at {{site}}. You have one already. {{how}}',
      ],
      button: 'Sign in',
      notes: ['If it was not you, do nothing: nothing was changed.'],
    },
    de: {
      subject: 'Sie haben schon ein Konto bei {{site}}',
      heading: 'Sie haben schon ein Konto',
      paragraphs: [
        'Guten Tag {{name}},',
        'jemand hat Ihre E-Mail-Adresse eingegeben, um ein Konto bei {{site}} anzulegen. Sie haben schon eines. {{how}}',
      ],
      button: 'Anmelden',
      notes: ['Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Es wurde nichts geändert.'],
    },
  },
  sample: {
    name: 'Alice Johnson',
    how: {
      en: 'If you have forgotten your password, choose another on the sign-in page.',
      de: 'Wenn Sie Ihr Passwort vergessen haben, wählen Sie auf der Anmeldeseite ein neues.',
    },
    url: 'https://help.example.com/servicedesk/customer/user/login',
  },
};

/** The link with which somebody chooses another password. */
export const resetMail: MailTemplate<'name' | 'url'> = {
  name: 'account.password-reset',
  about: 'When somebody has forgotten the password of an account',
  isSecret: true,
  texts: {
    en: {
      subject: 'Choose a new password for {{site}}',
      heading: 'Choose a new password',
      paragraphs: [
        'Hello {{name}},',
        'Somebody, probably you, has asked for a new password for your account at {{site}}.',
      ],
      button: 'Choose a new password',
      notes: [
        'The link works once, for one hour. Choosing a new password signs you out everywhere.',
        'If it was not you, do nothing: your password stays as it is. Never pass the link on.',
      ],
    },
    de: {
      subject: 'Neues Passwort für {{site}} wählen',
      heading: 'Neues Passwort wählen',
      paragraphs: [
        'Guten Tag {{name}},',
        'jemand, wahrscheinlich Sie, hat um ein neues Passwort für Ihr Konto bei {{site}} gebeten.',
      ],
      button: 'Neues Passwort wählen',
      notes: [
        'Der Link gilt einmal, eine Stunde lang. Mit einem neuen Passwort werden Sie überall abgemeldet.',
        'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist. Geben Sie den Link nie weiter.',
      ],
    },
  },
  sample: { name: 'Alice Johnson', url: sampleUrl },
};

/** Instead of that, where the account has no password that could be forgotten. */
export const noResetMail: MailTemplate<'name' | 'how' | 'url'> = {
  name: 'account.password-not-reset',
  about: 'When a new password is asked for, and the account signs in another way or is deactivated',
  isSecret: false,
  texts: {
    en: {
      subject: 'Signing in to {{site}}',
      heading: 'There is no password to change',
      paragraphs: [
        'Hello {{name}},',
        'Somebody, probably you, has asked for a new password for your account at {{site}}. {{how}}',
      ],
      button: 'To the sign-in',
      notes: ['If it was not you, do nothing: nothing was changed.'],
    },
    de: {
      subject: 'Ihre Anmeldung bei {{site}}',
      heading: 'Hier gibt es kein Passwort zu ändern',
      paragraphs: [
        'Guten Tag {{name}},',
        'jemand, wahrscheinlich Sie, hat um ein neues Passwort für Ihr Konto bei {{site}} gebeten. {{how}}',
      ],
      button: 'Zur Anmeldung',
      notes: ['Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Es wurde nichts geändert.'],
    },
  },
  sample: {
    name: 'Alice Johnson',
    how: {
      en: 'You sign in through Globex, with the password that you have there.',
      de: 'Sie melden sich über Globex an, mit dem Passwort, das Sie dort haben.',
    },
    url: 'https://help.example.com/servicedesk/customer/user/login',
  },
};

/** How somebody signs in, in the words of the two mails above. */
export const ways = {
  password: {
    en: () => 'If you have forgotten your password, choose another on the sign-in page.',
    de: () => 'Wenn Sie Ihr Passwort vergessen haben, wählen Sie auf der Anmeldeseite ein neues.',
  },
  provider: {
    en: (name: string) => `You sign in through ${name}, with the password that you have there.`,
    de: (name: string) => `Sie melden sich über ${name} an, mit dem Passwort, das Sie dort haben.`,
  },
  nothing: {
    en: () => 'It has no password. Ask your support team to let you in.',
    de: () => 'Es hat kein Passwort. Bitten Sie Ihren Support, Ihnen Zugang zu geben.',
  },
  inactive: {
    en: () => 'It is deactivated. Ask your support team if you think that this is a mistake.',
    de: () => 'Es ist deaktiviert. Fragen Sie Ihren Support, wenn Sie das für einen Irrtum halten.',
  },
} as const;

/** Tells the owner of an account that its password is another. */
export const passwordChangedMail: MailTemplate<'name' | 'when' | 'url'> = {
  name: 'account.password-changed',
  about: 'When somebody has chosen a new password for their account',
  isSecret: false,
  texts: {
    en: {
      subject: 'Your password for {{site}} was changed',
      heading: 'Your password was changed',
      paragraphs: [
        'Hello {{name}},',
        'Your password for {{site}} was changed on {{when}}. All other places where you were signed in have been signed out.',
      ],
      button: 'See where you are signed in',
      notes: [
        'If this was not you, choose a new password at once (“Forgotten password?” on the sign-in page) and tell your support team.',
      ],
    },
    de: {
      subject: 'Ihr Passwort für {{site}} wurde geändert',
      heading: 'Ihr Passwort wurde geändert',
      paragraphs: [
        'Guten Tag {{name}},',
        'Ihr Passwort für {{site}} wurde am {{when}} geändert. Überall sonst wurden Sie abgemeldet.',
      ],
      button: 'Zeigen, wo Sie angemeldet sind',
      notes: [
        'Wenn Sie das nicht waren, wählen Sie sofort ein neues Passwort („Passwort vergessen?“ auf der Anmeldeseite) und sagen Sie Ihrem Support Bescheid.',
      ],
    },
  },
  sample: {
    name: 'Alice Johnson',
    when: { en: '24 November 2026 at 14:30 CET', de: '24. November 2026 um 14:30 MEZ' },
    url: 'https://help.example.com/servicedesk/customer/user/sessions',
  },
};

/** The invitation to make an account. */
export const invitationMail: MailTemplate<'inviter' | 'note' | 'until' | 'url'> = {
  name: 'account.invitation',
  about: 'When an administrator or agent invites somebody',
  isSecret: true,
  texts: {
    en: {
      subject: '{{inviter}} invites you to {{site}}',
      heading: 'You are invited to {{site}}',
      paragraphs: ['Hello,', '{{inviter}} has invited you to get help at {{site}}.', '{{note}}'],
      button: 'Accept the invitation',
      notes: [
        'The link works once, until {{until}}. It is for you alone: whoever opens it can make an account with your address.',
        'If you did not expect this, do nothing: there is no account then.',
      ],
    },
    de: {
      subject: '{{inviter}} lädt Sie zu {{site}} ein',
      heading: 'Einladung zu {{site}}',
      paragraphs: [
        'Guten Tag,',
        '{{inviter}} hat Sie eingeladen, sich bei {{site}} helfen zu lassen.',
        '{{note}}',
      ],
      button: 'Einladung annehmen',
      notes: [
        'Der Link gilt einmal, bis {{until}}. Er ist nur für Sie: Wer ihn öffnet, kann ein Konto mit Ihrer Adresse anlegen.',
        'Wenn Sie das nicht erwartet haben, brauchen Sie nichts zu tun: Dann gibt es kein Konto.',
      ],
    },
  },
  sample: {
    inviter: 'Nora Lindqvist',
    note: {
      en: '“Here you can write to us at any time.”',
      de: '„Hier können Sie uns jederzeit schreiben.“',
    },
    until: { en: '8 December 2026 at 14:30 UTC', de: '8. Dezember 2026 um 14:30 UTC' },
    url: sampleUrl,
  },
};
