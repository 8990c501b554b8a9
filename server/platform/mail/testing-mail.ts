import type { Sealer } from '../crypto/seal.ts';
import type { Database } from '../database/database.ts';

/** A mail as its recipient reads it. */
export interface ReadMail {
  readonly template: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly text: string;
}

/** What was written, newest first; what has been sent and was secret is left out. */
export async function readMails({ db, sealer }: { db: Database; sealer: Sealer }): Promise<ReadMail[]> {
  const rows = await db
    .selectFrom('mail_message')
    .selectAll()
    .where('sealed_body', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ template, to_address, subject, sealed_body, message_id }) => ({
    template,
    toAddress: to_address,
    subject,
    text: JSON.parse(sealer.open(sealed_body ?? '', `mail_message:${message_id}`)).text,
  }));
}
