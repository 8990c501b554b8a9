import { randomUUID } from 'node:crypto';
import type { MailBrand } from './brand.ts';
import { explainMailProblem } from './problems.ts';
import type { MailSettings } from './settings.ts';
import { type MailTemplate, renderMail } from './template.ts';
import { sendThrough } from './transport.ts';

/** What administrators send to see whether the mail server takes it. */
export const testTemplate: MailTemplate<'sender'> = {
  name: 'mail.test',
  about: 'When an administrator tests the mail settings',
  isSecret: false,
  texts: {
    en: {
      subject: 'A test from {{site}}',
      heading: 'Mail works',
      paragraphs: [
        '{{sender}} has tested the mail settings of {{site}}. That you read this means that they work.',
      ],
    },
    de: {
      subject: 'Ein Test von {{site}}',
      heading: 'E-Mail funktioniert',
      paragraphs: [
        '{{sender}} hat die E-Mail-Einstellungen von {{site}} geprüft. Dass Sie dies lesen, heißt: Sie funktionieren.',
      ],
    },
  },
  sample: { sender: 'Olivia Martin' },
};

export interface MailTest {
  readonly isSent: boolean;
  /** what the mail server answered */
  readonly response: string | null;
  /** why it was not sent, and what is likely to mend that */
  readonly problem: string | null;
}

/** Sends a test at once, past the queue, so that whoever set up the server sees its answer. */
export async function sendTestMail(
  settings: MailSettings,
  password: string | null,
  to: { readonly email: string; readonly name: string; readonly locale: string | null },
  brand: MailBrand,
): Promise<MailTest> {
  const mail = renderMail(testTemplate, { sender: to.name }, brand, to.locale);
  try {
    const response = await sendThrough(settings, password, {
      to: { name: to.name, address: to.email },
      fromName: null,
      replyTo: null,
      messageId: `${randomUUID()}@${new URL(brand.url).hostname}`,
      ...mail,
    });
    return { isSent: true, response, problem: null };
  } catch (error) {
    return { isSent: false, response: null, problem: explainMailProblem(error, settings).text };
  }
}
