import { sql } from 'kysely';
import type { Sealer } from '../crypto/seal.ts';
import type { Database } from '../database/database.ts';

export type MailState = 'waiting' | 'sent' | 'kept' | 'failed';

/** A message that left, will leave, or is kept to be read. */
export interface KeptMessage {
  readonly id: string;
  readonly template: string;
  readonly toAddress: string;
  readonly toName: string | null;
  /** of the portal that it speaks for; null: as the settings say */
  readonly fromName: string | null;
  readonly replyTo: string | null;
  /** null: unknown, of messages written by an earlier Portico */
  readonly language: string | null;
  readonly subject: string;
  readonly isSecret: boolean;
  readonly hasBody: boolean;
  readonly messageId: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly problem: string | null;
  readonly response: string | null;
  readonly createdAt: Date;
  readonly triedAt: Date | null;
  readonly sentAt: Date | null;
}

export interface MessageBody {
  readonly text: string;
  readonly html: string;
}

export interface NewMessage {
  readonly template: string;
  readonly toAddress: string;
  readonly toName: string | null;
  readonly fromName: string | null;
  readonly replyTo: string | null;
  readonly language: string;
  readonly accountId: string | null;
  readonly subject: string;
  readonly body: MessageBody;
  readonly isSecret: boolean;
  readonly messageId: string;
}

/** Puts a message into the queue. Returns its id. */
export async function addMessage(trx: Database, sealer: Sealer, message: NewMessage): Promise<string> {
  const { id } = await trx
    .insertInto('mail_message')
    .values({
      template: message.template,
      to_address: message.toAddress,
      to_name: message.toName,
      from_name: message.fromName,
      reply_to: message.replyTo,
      language: message.language,
      account_id: message.accountId,
      subject: message.subject,
      sealed_body: sealer.seal(JSON.stringify(message.body), bodyContext(message.messageId)),
      is_secret: message.isSecret,
      message_id: message.messageId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function messageById(db: Database, id: string): Promise<KeptMessage | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const row = await messages(db).where('id', '=', id).executeTakeFirst();
  return row ? toMessage(row) : null;
}

/** What a message says, or null when that is gone. */
export async function bodyOf(
  db: Database,
  sealer: Sealer,
  message: KeptMessage,
): Promise<MessageBody | null> {
  const row = await db
    .selectFrom('mail_message')
    .select('sealed_body')
    .where('id', '=', message.id)
    .executeTakeFirst();
  return row?.sealed_body ? JSON.parse(sealer.open(row.sealed_body, bodyContext(message.messageId))) : null;
}

export interface MessageQuery {
  readonly state?: MailState;
  /** in recipient or subject */
  readonly query?: string;
  readonly start: number;
  readonly limit: number;
}

/** Messages, newest first. */
export async function listMessages(
  db: Database,
  { state, query, start, limit }: MessageQuery,
): Promise<KeptMessage[]> {
  let rows = messages(db);
  if (state) rows = rows.where('state', '=', state);
  if (query?.trim()) {
    const pattern = `%${query.trim().replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where(({ eb, or }) =>
      or([
        eb('to_address', 'ilike', pattern),
        eb('to_name', 'ilike', pattern),
        eb('subject', 'ilike', pattern),
      ]),
    );
  }
  return (await rows.orderBy('id', 'desc').offset(start).limit(limit).execute()).map(toMessage);
}

/** How many messages there are in each state that somebody should look at. */
export async function countMessages(db: Database): Promise<Record<'waiting' | 'kept' | 'failed', number>> {
  const rows = await db
    .selectFrom('mail_message')
    .select(['state', sql<number>`count(*)::integer`.as('count')])
    .where('state', '<>', 'sent')
    .groupBy('state')
    .execute();
  const of = (state: MailState) => rows.find((row) => row.state === state)?.count ?? 0;
  return { waiting: of('waiting'), kept: of('kept'), failed: of('failed') };
}

/** Notes what came of a try to send. */
export async function noteTry(
  db: Database,
  message: KeptMessage,
  outcome:
    | { readonly state: 'sent'; readonly response: string }
    | { readonly state: 'waiting' | 'failed'; readonly problem: string },
): Promise<void> {
  const isSent = outcome.state === 'sent';
  await db
    .updateTable('mail_message')
    .set({
      state: outcome.state,
      attempts: sql`attempts + 1`,
      tried_at: sql`now()`,
      sent_at: isSent ? sql`now()` : null,
      problem: isSent ? null : outcome.problem,
      response: isSent ? outcome.response.slice(0, 500) : null,
      ...(isSent && message.isSecret && { sealed_body: null }),
    })
    .where('id', '=', message.id)
    .execute();
}

/** Keeps a message to be read here, as there is no server to send it through. */
export async function keepMessage(db: Database, id: string): Promise<void> {
  await db
    .updateTable('mail_message')
    .set({ state: 'kept', problem: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Lets messages that were kept or given up wait for another try. Returns their ids. */
export async function waitAgain(
  trx: Database,
  which: { id: string } | { state: 'kept' | 'failed' },
): Promise<string[]> {
  let rows = trx
    .updateTable('mail_message')
    .set({ state: 'waiting', attempts: 0, problem: null })
    .where('state', 'in', ['kept', 'failed'])
    .where('sealed_body', 'is not', null);
  rows = 'id' in which ? rows.where('id', '=', which.id) : rows.where('state', '=', which.state);
  return (await rows.returning('id').execute()).map(({ id }) => id);
}

/** Ids of the messages that wait, oldest first. */
export async function waitingIds(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('mail_message')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Removes a message. Returns what it was, or null. */
export async function removeMessage(trx: Database, id: string): Promise<KeptMessage | null> {
  const message = await messageById(trx, id);
  if (message) await trx.deleteFrom('mail_message').where('id', '=', id).execute();
  return message;
}

/** Deletes messages older than this many days. */
export async function sweepMessages(db: Database, days: number): Promise<void> {
  await db
    .deleteFrom('mail_message')
    .where('created_at', '<', sql<Date>`now() - make_interval(days => ${days})`)
    .execute();
}

function messages(db: Database) {
  return db
    .selectFrom('mail_message')
    .select([
      'id',
      'template',
      'to_address as toAddress',
      'to_name as toName',
      'from_name as fromName',
      'reply_to as replyTo',
      'language',
      'subject',
      'is_secret as isSecret',
      sql<boolean>`sealed_body is not null`.as('hasBody'),
      'message_id as messageId',
      'state',
      'attempts',
      'problem',
      'response',
      'created_at as createdAt',
      'tried_at as triedAt',
      'sent_at as sentAt',
    ]);
}

function toMessage(row: Omit<KeptMessage, 'state'> & { readonly state: string }): KeptMessage {
  // The table allows no other.
  return { ...row, state: row.state as MailState };
}

function bodyContext(messageId: string): string {
  return `mail_message:${messageId}`;
}
