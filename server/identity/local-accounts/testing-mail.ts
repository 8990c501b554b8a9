import { sql } from 'kysely';
import type { TestApp } from '../../testing.ts';
import { answerReset, type ResetJob, resetJob } from './password-reset.ts';
import { answerSignUp, type SignUpJob, signUpJob } from './sign-up.ts';

/** What stands in a mail. */
export interface ReadMail {
  readonly template: string;
  readonly subject: string;
  readonly text: string;
}

/** The jobs that wait and answer sign-ups and forgotten passwords. */
export async function waitingAnswers({ platform: { db } }: TestApp) {
  const { rows } = await sql<{ id: string; task: string; payload: SignUpJob & ResetJob }>`
    select job.id, task.identifier as task, job.payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier in (${signUpJob}, ${resetJob}) order by job.id`.execute(db);
  return rows;
}

/** Does what the jobs would, at once. */
export async function answerAll(portico: TestApp): Promise<void> {
  const { platform } = portico;
  for (const { id, task, payload } of await waitingAnswers(portico)) {
    await sql`delete from graphile_worker._private_jobs where id = ${id}`.execute(platform.db);
    await (task === signUpJob ? answerSignUp(platform, payload) : answerReset(platform, payload));
  }
}

/** The mails to somebody, newest first. */
export async function mailsTo({ platform: { db, sealer } }: TestApp, address: string): Promise<ReadMail[]> {
  const rows = await db
    .selectFrom('mail_message')
    .selectAll()
    .where('to_address', '=', address)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ template, subject, sealed_body, message_id }) => ({
    template,
    subject,
    text: JSON.parse(sealer.open(sealed_body ?? '', `mail_message:${message_id}`)).text,
  }));
}

/** The token of the link in the newest mail to somebody. */
export async function mailedToken(portico: TestApp, address: string): Promise<string> {
  const [mail] = await mailsTo(portico, address);
  const token = /#([\w-]{43})\b/.exec(mail?.text ?? '')?.[1];
  if (!token) throw new Error(`No link was mailed to ${address}`);
  return token;
}

/** Decides who may make an account, as an administrator would. */
export async function letSignUp(
  { platform: { db } }: TestApp,
  portalId: string | null,
  who: 'nobody' | 'invited' | 'domains' | 'open',
  domains: string[] = [],
): Promise<void> {
  await db
    .insertInto('sign_up_policy')
    .values({ portal_id: portalId, who, domains })
    .onConflict((conflict) => conflict.column('portal_id').doUpdateSet({ who, domains }))
    .execute();
}
