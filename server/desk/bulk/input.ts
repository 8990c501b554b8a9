import type { AuditActor } from '../../platform/audit/audit.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Actor, Person } from '../access-rules.ts';
import type { EditOperations } from '../requests/edit-operations.ts';

/** What can be done to many requests at once. */
export const bulkActs = ['edit', 'transition', 'watch', 'unwatch', 'delete'] as const;
export type BulkAct = (typeof bulkActs)[number];

/** What is to be done, as it was asked for. */
export interface BulkInput {
  /** edit: new values; transition: what its screen asks for. By Jira's field ids, as api/3 is sent them */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  /** edit: what to do with the values that are there */
  readonly update?: EditOperations | undefined;
  /** transition: of these, each request makes the one that its workflow has where it stands */
  readonly transitionIds?: readonly string[] | undefined;
  /** what is said in each of the requests, in plain text; not public: an internal note */
  readonly comment?: { readonly body: string; readonly public: boolean } | undefined;
  /** as the audit log names whoever began it */
  readonly by: AuditActor;
}

/** One request, to which it is to be done. */
export interface BulkTarget {
  readonly requestId: string;
  readonly serviceDeskId: string;
  readonly person: Person;
  readonly actor: Actor;
  readonly input: BulkInput;
  readonly jobs: Jobs;
}
