import { sql } from 'kysely';
import { type ReadMail, readMails } from '../../platform/mail/testing-mail.ts';
import type { TestApp } from '../../testing.ts';
import { answerReset, type ResetJob, resetJob } from './password-reset.ts';
import { answerSignUp, type SignUpJob, signUpJob } from './sign-up.ts';

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
export async function mailsTo({ platform }: TestApp, address: string): Promise<ReadMail[]> {
  return (await readMails(platform)).filter(({ toAddress }) => toAddress === address);
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
