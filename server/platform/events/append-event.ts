import type { Database } from '../database/database.ts';

/** What happened, told to whoever listens. Carries keys, never content: listeners read what they may see. */
export interface NewEvent {
  /** noun.verb, such as 'request.created' or 'comment.added' */
  readonly kind: string;
  /** what it is about, such as 'request:10001' and 'service-desk:1' */
  readonly topics: readonly string[];
  /** 'customers': everyone who may see the topic; 'agents': agents only */
  readonly audience: 'customers' | 'agents';
  readonly payload?: Record<string, string>;
}

/**
 * Writes an event to the outbox. Call it in the transaction of the change it tells of: it is heard if and when that
 * transaction commits.
 */
export async function appendEvent(trx: Database, event: NewEvent): Promise<void> {
  await trx
    .insertInto('event')
    .values({
      kind: event.kind,
      topics: [...event.topics],
      audience: event.audience,
      payload: JSON.stringify(event.payload ?? {}),
    })
    .execute();
}
