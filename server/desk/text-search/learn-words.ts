import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/database.ts';

/** Texts that are read in one transaction. */
const textsAtOnce = 500;

/**
 * Learns the words of new texts, for searches for what is misspelt. Several processes may do so at once, each with other texts.
 *
 * @returns how many texts it read
 */
export async function learnWords(db: Database): Promise<number> {
  let read = 0;
  for (;;) {
    const count = await inTransaction(db, learnSome);
    read += count;
    if (count < textsAtOnce) return read;
  }
}

async function learnSome(trx: Database): Promise<number> {
  const { rows } = await sql<{ requestId: string; source: string; piece: string }>`
    delete from text_news where id in (
      select id from text_news order by id limit ${textsAtOnce} for update skip locked)
    returning request_id as "requestId", source, piece`.execute(trx);
  if (rows.length === 0) return 0;
  // In the order of the words, so that two processes that learn the same ones wait for each other instead of in a circle.
  await sql`
    insert into text_word (word, near)
    select word, array(select distinct left(word, at - 1) || substr(word, at + 1) from generate_series(0, length(word)) as at)
    from (
      select distinct unnest(tsvector_to_array(t.words)) as word
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as news("requestId" bigint, source text, piece bigint)
      join request_text t on t.request_id = news."requestId" and t.source = news.source and t.piece = news.piece
    ) as learnt
    where length(word) between 3 and 30 and word ~ '^[[:alpha:]]+$'
    order by word
    on conflict (word) do nothing`.execute(trx);
  return rows.length;
}
