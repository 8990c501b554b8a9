import type { MailTemplate } from '../../platform/mail/template.ts';

/** The code that is the second factor of a sign-in. */
export const factorCodeMail: MailTemplate<'name' | 'code'> = {
  name: 'second-factor.code',
  about: 'When somebody signs in and confirms it with a code by e-mail',
  isSecret: true,
  texts: {
    en: {
      subject: 'Your code to sign in to {{site}}',
      heading: 'Your code to sign in',
      paragraphs: ['Hello {{name}},', 'Enter this code to finish signing in to {{site}}:'],
      showsCode: true,
      notes: [
        'It works once, in the browser where you asked for it, for 10 minutes.',
        'If you are not signing in, somebody knows how to get past your first sign-in step: change your password, or tell your IT department. Never tell the code to anybody.',
      ],
    },
    de: {
      subject: 'Ihr Code für die Anmeldung bei {{site}}',
      heading: 'Ihr Code für die Anmeldung',
      paragraphs: ['Guten Tag {{name}},', 'geben Sie diesen Code ein, um sich bei {{site}} anzumelden:'],
      showsCode: true,
      notes: [
        'Er gilt einmal, in dem Browser, in dem Sie ihn angefordert haben, 10 Minuten lang.',
        'Wenn Sie sich gerade nicht anmelden, kommt jemand am ersten Schritt Ihrer Anmeldung vorbei: Ändern Sie Ihr Passwort, oder sagen Sie Ihrer IT Bescheid. Geben Sie den Code nie weiter.',
      ],
    },
  },
  sample: { name: 'Alice Johnson', code: '482913' },
};

/** Tells the owner of an account that its second factors changed. */
export const factorChangedMail: MailTemplate<'name' | 'what' | 'url'> = {
  name: 'second-factor.changed',
  about: 'When a second factor was added to or taken from an account, required of it, or left out for a time',
  isSecret: false,
  texts: {
    en: {
      subject: 'The security of your account at {{site}} has changed',
      heading: 'Your account’s security has changed',
      paragraphs: ['Hello {{name}},', '{{what}}'],
      button: 'Look at it',
      notes: ['If this was not you, sign out everywhere and tell your support team at once.'],
    },
    de: {
      subject: 'Die Sicherheit Ihres Kontos bei {{site}} hat sich geändert',
      heading: 'Die Sicherheit Ihres Kontos hat sich geändert',
      paragraphs: ['Guten Tag {{name}},', '{{what}}'],
      button: 'Ansehen',
      notes: [
        'Wenn Sie das nicht waren, melden Sie sich überall ab und sagen Sie sofort Ihrem Support Bescheid.',
      ],
    },
  },
  sample: {
    name: 'Alice Johnson',
    what: {
      en: 'The authenticator app “Phone” was added as a second factor.',
      de: 'Die Authenticator-App „Handy“ wurde als zweiter Faktor hinzugefügt.',
    },
    url: 'https://help.example.com/servicedesk/customer/user/security',
  },
};

/** What changed, in the words of factorChangedMail. */
export const changes = {
  totpAdded: {
    en: (name: string) => `The authenticator app “${name}” was added as a second factor.`,
    de: (name: string) => `Die Authenticator-App „${name}“ wurde als zweiter Faktor hinzugefügt.`,
  },
  totpRemoved: {
    en: (name: string) => `The authenticator app “${name}” was removed.`,
    de: (name: string) => `Die Authenticator-App „${name}“ wurde entfernt.`,
  },
  passkeyAdded: {
    en: (name: string) => `The passkey “${name}” was added.`,
    de: (name: string) => `Der Passkey „${name}“ wurde hinzugefügt.`,
  },
  passkeyRemoved: {
    en: (name: string) => `The passkey “${name}” was removed.`,
    de: (name: string) => `Der Passkey „${name}“ wurde entfernt.`,
  },
  codesMade: {
    en: () => 'New recovery codes were made. The earlier ones do not work any more.',
    de: () => 'Neue Wiederherstellungscodes wurden erzeugt. Die früheren gelten nicht mehr.',
  },
  codeUsed: {
    en: () => 'Somebody signed in with one of your recovery codes. It does not work any more.',
    de: () => 'Jemand hat sich mit einem Ihrer Wiederherstellungscodes angemeldet. Er gilt nicht mehr.',
  },
  reset: {
    en: (by: string) => `${by} has removed all second factors of your account.`,
    de: (by: string) => `${by} hat alle zweiten Faktoren Ihres Kontos entfernt.`,
  },
  required: {
    en: (by: string) =>
      `${by} has decided that your account needs a second factor. You are asked for it from now on, and can set one up at any time.`,
    de: (by: string) =>
      `${by} hat festgelegt, dass Ihr Konto einen zweiten Faktor braucht. Sie werden von nun an danach gefragt und können jederzeit einen einrichten.`,
  },
  notRequired: {
    en: (by: string) => `${by} has decided that a second factor is no longer required of your account alone.`,
    de: (by: string) =>
      `${by} hat festgelegt, dass von Ihrem Konto nicht mehr eigens ein zweiter Faktor verlangt wird.`,
  },
  skipped: {
    en: (by: string, days: number) =>
      `${by} lets you sign in without a second factor ${days === 1 ? 'for one day' : `for ${days} days`}, while you have none set up.`,
    de: (by: string, days: number) =>
      `${by} lässt Sie ${days === 1 ? 'einen Tag' : `${days} Tage`} lang ohne zweiten Faktor hinein, solange Sie keinen eingerichtet haben.`,
  },
  notSkipped: {
    en: (by: string) => `${by} lets you sign in without a second factor no longer.`,
    de: (by: string) => `${by} lässt Sie nicht länger ohne zweiten Faktor hinein.`,
  },
  unlocked: {
    en: (by: string) => `${by} has unlocked your account: you can sign in again at once.`,
    de: (by: string) => `${by} hat Ihr Konto entsperrt: Sie können sich sofort wieder anmelden.`,
  },
  locked: {
    en: () => 'Your account is locked for a while, because a wrong second factor was entered too often.',
    de: () => 'Ihr Konto ist eine Weile gesperrt, weil zu oft ein falscher zweiter Faktor eingegeben wurde.',
  },
} as const;
