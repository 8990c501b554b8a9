import type { Database } from '../database/database.ts';

/** Who did it and from where; `null` account for what the system did by itself or nobody was signed in for. */
export interface AuditActor {
  readonly accountId: string | null;
  readonly name: string | null;
  readonly address: string | null;
}

export interface AuditEntry {
  readonly actor: AuditActor;
  /** noun.verb, such as 'session.created', 'identity-provider.changed', 'sign-in.refused' */
  readonly action: string;
  readonly objectType: string;
  readonly objectId?: string | null;
  readonly objectName?: string | null;
  /** State before and after, for changes. Never pass secrets: cut them out before calling. */
  readonly before?: Record<string, unknown> | null;
  readonly after?: Record<string, unknown> | null;
}

/** Appends to the audit log. Call it in the transaction of the change it tells of. */
export async function recordAudit(trx: Database, entry: AuditEntry): Promise<void> {
  await trx
    .insertInto('audit_event')
    .values({
      actor_account_id: entry.actor.accountId,
      actor_name: entry.actor.name,
      address: entry.actor.address,
      action: entry.action,
      object_type: entry.objectType,
      object_id: entry.objectId ?? null,
      object_name: entry.objectName ?? null,
      before: entry.before ? JSON.stringify(entry.before) : null,
      after: entry.after ? JSON.stringify(entry.after) : null,
    })
    .execute();
}
