import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What was written to somebody, as an administrator reads it while there is no mail server. */
export interface DemoMail {
  readonly subject: string;
  readonly text: string;
  /** the name that it is sent under, of a portal */
  readonly fromName: string | null;
  /** the first link in it to a page of ours */
  readonly link: string;
}

/** The newest mail to an address whose subject matches, as soon as there is one. `page` is an administrator's. */
export async function mailTo(page: Page, email: string, subject: RegExp): Promise<DemoMail> {
  let id = '';
  await expect
    .poll(
      async () => {
        const found = await ask(page, `message?query=${encodeURIComponent(email)}`);
        const values = found['values'] as { id: string; subject: string; state: string }[];
        const mail = values.find((value) => subject.test(value.subject));
        id = mail?.id ?? '';
        return mail?.state;
      },
      { timeout: 15_000, message: `a mail ${String(subject)} to ${email}` },
    )
    .toBe('kept');
  const mail = (await ask(page, `message/${id}`)) as unknown as Omit<DemoMail, 'link'>;
  const link = /https?:\/\/\S+\/servicedesk\/\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`There is no link in “${mail.subject}”`);
  return { ...mail, link };
}

/** How many mails there are to an address. */
export async function mailsTo(page: Page, email: string): Promise<number> {
  const found = await ask(page, `message?query=${encodeURIComponent(email)}`);
  return (found['values'] as unknown[]).length;
}

async function ask(page: Page, path: string): Promise<Record<string, unknown>> {
  const answer = await page.request.get(`/rest/portico/1/mail/${path}`);
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}
