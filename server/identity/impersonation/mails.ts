import type { MailLocale, MailTemplate } from '../../platform/mail/template.ts';

/** Tells somebody that an administrator has seen the portal as them. */
export const impersonatedMail: MailTemplate<'name' | 'who' | 'from' | 'to' | 'reason' | 'opened'> = {
  name: 'impersonation.ended',
  about: 'When an administrator has looked at the portal as somebody',
  isSecret: false,
  texts: {
    en: {
      subject: 'Somebody of {{site}} has looked at the portal as you',
      heading: 'The portal was looked at as you',
      paragraphs: [
        'Hello {{name}},',
        '{{who}}, an administrator of {{site}}, has seen the portal as you see it, from {{from}} until {{to}}.',
        'The reason that was given: {{reason}}',
        '{{opened}}',
      ],
      notes: [
        'Nothing could be changed or written in your name. Your password, your second factors and the settings of your account are not shown in this way.',
        'If you do not know what this was about, ask your support team.',
      ],
    },
    de: {
      subject: 'Jemand von {{site}} hat sich das Portal aus Ihrer Sicht angesehen',
      heading: 'Das Portal wurde aus Ihrer Sicht angesehen',
      paragraphs: [
        'Guten Tag {{name}},',
        '{{who}}, zuständig für die Verwaltung von {{site}}, hat das Portal so gesehen, wie Sie es sehen: von {{from}} bis {{to}}.',
        'Der angegebene Grund: {{reason}}',
        '{{opened}}',
      ],
      notes: [
        'In Ihrem Namen konnte nichts geändert oder geschrieben werden. Ihr Passwort, Ihre zweiten Faktoren und die Einstellungen Ihres Kontos sind dabei nicht zu sehen.',
        'Wenn Sie nicht wissen, worum es ging, fragen Sie Ihren Support.',
      ],
    },
  },
  sample: {
    name: 'Alice Johnson',
    who: 'Ada Admin',
    from: '24 November 2026 at 14:30 UTC',
    to: '24 November 2026 at 14:42 UTC',
    reason: 'You called because a request was missing from your list.',
    opened: 'These requests were opened: NORTH-12, NORTH-15.',
  },
};

/** A mail lists no more keys than this. */
const mostKeys = 30;

/** Which requests were opened, in the words of impersonatedMail. */
export function openedInWords(keys: readonly string[], language: MailLocale): string {
  const isGerman = language === 'de';
  if (keys.length === 0) return isGerman ? 'Keine Anfrage wurde geöffnet.' : 'No request was opened.';
  const named = keys.slice(0, mostKeys).join(', ');
  const rest = keys.length - mostKeys;
  const list = rest > 0 ? `${named} ${isGerman ? `und ${rest} weitere` : `and ${rest} more`}` : named;
  return isGerman ? `Diese Anfragen wurden geöffnet: ${list}.` : `These requests were opened: ${list}.`;
}
