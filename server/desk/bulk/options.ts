import type { Database } from '../../platform/database/database.ts';
import { type EditableField, editableFields } from '../requests/edit-request.ts';
import type { ScreenField } from '../workflow/definition.ts';
import { type Transition, transitionsFrom } from '../workflow/store.ts';

/** A field that can be edited in some of the requests. */
export interface BulkField {
  readonly field: EditableField;
  /** in how many */
  readonly count: number;
}

/** Transitions of one name that lead to one status: the same to people, one in each workflow to the desk. */
export interface BulkTransition {
  readonly ids: readonly string[];
  readonly name: string;
  readonly to: Transition['to'];
  /** the requests that can make one of them from where they stand */
  readonly keys: readonly string[];
  /** what any of them asks for on the way */
  readonly screen: readonly ScreenField[];
}

/** What can be done to some requests. */
export interface BulkOptions {
  readonly fields: readonly BulkField[];
  readonly transitions: readonly BulkTransition[];
}

/** What can be done to these requests (request.id), as far as one can tell before each is asked. */
export async function optionsFor(db: Database, requestIds: readonly string[]): Promise<BulkOptions> {
  if (requestIds.length === 0) return { fields: [], transitions: [] };
  const rows = await db
    .selectFrom('request')
    .innerJoin('request_type', 'request_type.id', 'request.request_type_id')
    .select([
      'request.key',
      'request.request_type_id as requestTypeId',
      'request.service_desk_id as serviceDeskId',
      'request_type.workflow_id as workflowId',
      'request.status_id as statusId',
    ])
    .where('request.id', 'in', [...requestIds])
    .execute();
  const byType = Map.groupBy(rows, ({ requestTypeId }) => requestTypeId);
  const byPlace = Map.groupBy(rows, ({ workflowId, statusId }) => `${workflowId} ${statusId}`);
  return { fields: await fieldsOf(db, byType), transitions: await transitionsOf(db, byPlace) };
}

async function fieldsOf(
  db: Database,
  byType: ReadonlyMap<string, readonly { requestTypeId: string; serviceDeskId: string }[]>,
): Promise<BulkField[]> {
  const found = new Map<string, BulkField>();
  for (const [first, ...others] of byType.values()) {
    if (!first) continue;
    for (const field of await editableFields(db, { ...first, customFields: {} })) {
      const count = (found.get(field.key)?.count ?? 0) + 1 + others.length;
      found.set(field.key, { field: found.get(field.key)?.field ?? field, count });
    }
  }
  return [...found.values()];
}

async function transitionsOf(
  db: Database,
  byPlace: ReadonlyMap<string, readonly { key: string; workflowId: string; statusId: string }[]>,
): Promise<BulkTransition[]> {
  const found = new Map<string, BulkTransition>();
  for (const there of byPlace.values()) {
    const [first] = there;
    if (!first) continue;
    for (const transition of await transitionsFrom(db, first.workflowId, first.statusId)) {
      if (transition.isOfApproval) continue;
      const key = `${transition.to.id} ${transition.name.toLowerCase()}`;
      const before = found.get(key);
      found.set(key, {
        ids: [...new Set([...(before?.ids ?? []), transition.id])],
        name: transition.name,
        to: transition.to,
        keys: [...(before?.keys ?? []), ...there.map((request) => request.key)],
        screen: union(before?.screen ?? [], transition.screen),
      });
    }
  }
  return [...found.values()].toSorted((one, other) => other.keys.length - one.keys.length);
}

function union(one: readonly ScreenField[], other: readonly ScreenField[]): ScreenField[] {
  const all = new Map<string, ScreenField>();
  for (const { fieldId, isRequired } of [...one, ...other]) {
    all.set(fieldId, { fieldId, isRequired: isRequired || (all.get(fieldId)?.isRequired ?? false) });
  }
  return [...all.values()];
}
