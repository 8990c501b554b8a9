import type { MailTemplate } from '../../platform/mail/template.ts';

/** The code with which somebody proves that an account is theirs. */
export const linkCodeMail: MailTemplate<'name' | 'provider' | 'code'> = {
  name: 'account.link-code',
  about: 'When somebody signs in through a provider for the first time and already has an account',
  isSecret: true,
  texts: {
    en: {
      subject: 'Your code for {{site}}',
      heading: 'Is this you?',
      paragraphs: [
        'Hello {{name}},',
        'Somebody is signing in to {{site}} with {{provider}} under your e-mail address. If it is you, enter this code to use your account with it:',
      ],
      showsCode: true,
      notes: [
        'The code works once, in the browser where you asked for it, for 15 minutes.',
        'If it was not you, do nothing: without the code nobody gets into your account. Never tell it to anybody.',
      ],
    },
    de: {
      subject: 'Ihr Code für {{site}}',
      heading: 'Sind Sie das?',
      paragraphs: [
        'Guten Tag {{name}},',
        'jemand meldet sich bei {{site}} über {{provider}} mit Ihrer E-Mail-Adresse an. Wenn Sie das sind, geben Sie diesen Code ein, um Ihr Konto damit zu nutzen:',
      ],
      showsCode: true,
      notes: [
        'Der Code gilt einmal, in dem Browser, in dem Sie ihn angefordert haben, 15 Minuten lang.',
        'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne den Code kommt niemand in Ihr Konto. Geben Sie ihn nie weiter.',
      ],
    },
  },
  sample: { name: 'Alice Johnson', provider: 'Globex', code: '482913' },
};

/** Tells the owner of an account that a new way into it was added. */
export const linkedMail: MailTemplate<'name' | 'provider' | 'when' | 'url'> = {
  name: 'account.linked',
  about: 'When a provider was added to an account as a way to sign in',
  isSecret: false,
  texts: {
    en: {
      subject: 'You can now sign in to {{site}} with {{provider}}',
      heading: 'A new way to sign in',
      paragraphs: [
        'Hello {{name}},',
        'Since {{when}} you can sign in to your account at {{site}} with {{provider}}.',
      ],
      button: 'See where you are signed in',
      notes: ['If this was not you, sign out everywhere on that page and tell your support team at once.'],
    },
    de: {
      subject: 'Sie können sich bei {{site}} jetzt mit {{provider}} anmelden',
      heading: 'Eine neue Art, sich anzumelden',
      paragraphs: [
        'Guten Tag {{name}},',
        'seit {{when}} können Sie sich an Ihrem Konto bei {{site}} mit {{provider}} anmelden.',
      ],
      button: 'Zeigen, wo Sie angemeldet sind',
      notes: [
        'Wenn Sie das nicht waren, melden Sie sich auf dieser Seite überall ab und sagen Sie sofort Ihrem Support Bescheid.',
      ],
    },
  },
  sample: {
    name: 'Alice Johnson',
    provider: 'Globex',
    when: { en: '24 November 2026 at 14:30 CET', de: '24. November 2026 um 14:30 MEZ' },
    url: 'https://help.example.com/servicedesk/customer/user/sessions',
  },
};
