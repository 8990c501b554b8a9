import type { MailTemplate } from '../../platform/mail/template.ts';

/** Tells administrators that a company's IT has filled in its provider. */
export const setupSubmittedMail: MailTemplate<'name' | 'provider' | 'note' | 'url'> = {
  name: 'identity-provider.setup-submitted',
  about: 'When a company’s IT has filled in its provider with a set-up link: to administrators',
  isSecret: false,
  texts: {
    en: {
      subject: '{{provider}} is filled in',
      heading: '{{provider}} is filled in',
      paragraphs: [
        'Hello {{name}},',
        'Whoever has the set-up link for “{{note}}” says that {{provider}} is filled in. Look at it, test it, and enable it: nobody signs in through it before.',
      ],
      button: 'Look at {{provider}}',
    },
    de: {
      subject: '{{provider}} ist ausgefüllt',
      heading: '{{provider}} ist ausgefüllt',
      paragraphs: [
        'Guten Tag {{name}},',
        'wer den Einrichtungslink für „{{note}}“ hat, meldet, dass {{provider}} ausgefüllt ist. Sehen Sie es an, testen Sie es, und schalten Sie es ein: Vorher meldet sich niemand damit an.',
      ],
      button: '{{provider}} ansehen',
    },
  },
  sample: {
    name: 'Olivia Martin',
    provider: 'Acme',
    note: 'Acme IT',
    url: 'https://help.example.com/admin/sign-in/1/setup',
  },
};
