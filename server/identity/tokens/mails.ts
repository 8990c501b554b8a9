import type { MailTemplate } from '../../platform/mail/template.ts';

/** Warns whoever has to replace a token a week before it stops to work. */
export const tokenExpiresMail: MailTemplate<'name' | 'token' | 'owner' | 'when' | 'url'> = {
  name: 'api-token.expires',
  about:
    'A week before an API token expires: to its owner, or to the administrator who made it for a service account',
  isSecret: false,
  texts: {
    en: {
      subject: 'The API token {{token}} expires on {{when}}',
      heading: 'An API token is about to expire',
      paragraphs: [
        'Hello {{name}},',
        'The API token “{{token}}” of {{owner}} at {{site}} works until {{when}}. What uses it will be refused after that.',
        'If it is still needed, make a new token, give it to the program that uses the old one, and then revoke the old one.',
      ],
      button: 'See the API tokens',
    },
    de: {
      subject: 'Das API-Token {{token}} läuft am {{when}} ab',
      heading: 'Ein API-Token läuft bald ab',
      paragraphs: [
        'Guten Tag {{name}},',
        'das API-Token „{{token}}“ von {{owner}} bei {{site}} gilt bis {{when}}. Danach wird abgewiesen, was es benutzt.',
        'Wenn es noch gebraucht wird, erstellen Sie ein neues Token, tragen Sie es in dem Programm ein, das das alte benutzt, und widerrufen Sie dann das alte.',
      ],
      button: 'API-Tokens zeigen',
    },
  },
  sample: {
    name: 'Alice Johnson',
    token: 'Nightly export',
    owner: 'Alice Johnson',
    when: { en: '1 December 2026', de: '1. Dezember 2026' },
    url: 'https://help.example.com/servicedesk/customer/user/tokens',
  },
};
