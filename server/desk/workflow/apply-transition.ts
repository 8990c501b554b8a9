import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { cancelApproval, startApproval } from '../approvals/start-approval.ts';
import { type ChangeItem, changeRequest } from '../requests/change-request.ts';
import type { EditedRequest } from '../requests/edited.ts';
import { readEdit } from '../requests/read-edit.ts';
import type { Transition } from './store.ts';

/** How a transition is made. */
export interface Application {
  readonly actor: Actor;
  readonly at: Date;
  /** what was filled in on its screen */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  /** nobody is asked for anything: what it requires does not hold it up */
  readonly isUnasked?: boolean | undefined;
}

/**
 * Moves a locked request: its status, what was filled in on the screen and what the transition does besides are one change of
 * it. What was filled in is kept where an effect says something else.
 *
 * @throws Invalid with a message per field: not on the screen, not fit, or required and empty
 */
export async function applyTransition(
  trx: Database,
  request: EditedRequest,
  transition: Transition,
  { actor, at, values = {}, isUnasked = false }: Application,
): Promise<void> {
  refuseOffScreen(transition, values);
  const wanted = { ...(await fitEffects(trx, request, transition, actor, at)), ...values };
  const edit = await readEdit(trx, request, { actor: asAgent(actor), values: wanted }, at);
  const set = { ...edit.set, status_id: transition.to.id, status_since: at };
  if (!isUnasked) await requireFilled(trx, request, transition, set);
  await changeRequest(trx, request, {
    actor,
    at,
    set,
    items: [statusItem(request, transition), ...edit.items],
    event: 'request.transitioned',
    audience: 'customers',
  });
  await cancelApproval(trx, request.id, at);
  await startApproval(trx, request, transition.to.id, at);
}

// What an administrator has decided is not held to what the person may name.
function asAgent(actor: Actor): Actor {
  return { ...actor, isAgent: true };
}

function statusItem(request: EditedRequest, { to }: Transition): ChangeItem {
  return {
    field: 'status',
    fieldId: 'status',
    fieldtype: 'jira',
    from: request.statusId,
    fromString: request.statusName,
    to: to.id,
    toString: to.name,
  };
}

function refuseOffScreen({ screen }: Transition, values: Readonly<Record<string, unknown>>): void {
  const errors: Record<string, string> = {};
  for (const key of Object.keys(values)) {
    if (screen.some(({ fieldId }) => fieldId === key)) continue;
    errors[key] = `Field '${key}' cannot be set. It is not on the appropriate screen, or unknown.`;
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
}

/**
 * What the transition sets by itself, in the form of api/3. What no longer fits, such as a person who has left or an option
 * that is gone, is left out: it must not keep anybody from moving the request.
 */
async function fitEffects(
  trx: Database,
  request: EditedRequest,
  transition: Transition,
  actor: Actor,
  at: Date,
): Promise<Record<string, unknown>> {
  const values = await effectValues(trx, request, transition, actor);
  if (transition.effects.length === 0) return values;
  try {
    await readEdit(trx, request, { actor: asAgent(actor), values }, at);
    return values;
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem;
    const { errors } = problem;
    return Object.fromEntries(Object.entries(values).filter(([key]) => !Object.hasOwn(errors, key)));
  }
}

async function effectValues(
  trx: Database,
  request: EditedRequest,
  { effects, keepsResolution, setsResolution }: Transition,
  actor: Actor,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = keepsResolution
    ? {}
    : { resolution: setsResolution === null ? null : { name: setsResolution } };
  for (const effect of effects) {
    if (effect.kind === 'set-field') values[effect.fieldId] = effect.value;
    else if (effect.to === 'nobody') values['assignee'] = null;
    else if (effect.to === 'person') values['assignee'] = { accountId: effect.accountId };
    else {
      const id = effect.to === 'actor' ? actor.accountId : request.reporterId;
      const account = await trx
        .selectFrom('account')
        .select('account_id as accountId')
        .where('id', '=', id)
        .executeTakeFirst();
      if (account) values['assignee'] = account;
    }
  }
  return values;
}

/** Holds the request, as it will be, to what the screen and the conditions require of fields that are in use. */
async function requireFilled(
  trx: Database,
  request: EditedRequest,
  { screen, conditions }: Transition,
  set: Readonly<Record<string, unknown>>,
): Promise<void> {
  const required = [
    ...screen.flatMap(({ fieldId, isRequired }) => (isRequired ? [fieldId] : [])),
    ...conditions.flatMap((condition) => (condition.kind === 'field' ? [condition.fieldId] : [])),
  ];
  const empty = await fieldsInUse(
    trx,
    required.filter((fieldId) => !isFilled(request, fieldId, set)),
  );
  if (empty.length === 0) return;
  throw Invalid.fields(
    Object.fromEntries(empty.map((fieldId) => [fieldId, 'This field is required for this transition.'])),
  );
}

// Nobody can be asked for a field that was archived since.
async function fieldsInUse(trx: Database, fieldIds: readonly string[]): Promise<string[]> {
  const ids = fieldIds.flatMap((fieldId) => customIdOf(fieldId) ?? []);
  if (ids.length === 0) return [...fieldIds];
  const rows = await trx
    .selectFrom('field')
    .select('id')
    .where('id', 'in', ids)
    .where('archived_at', 'is', null)
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  return fieldIds.filter((fieldId) => known.has(customIdOf(fieldId) ?? '') || customIdOf(fieldId) === null);
}

/** customfield_NNNNN → NNNNN; null for a field that every request has. */
function customIdOf(fieldId: string): string | null {
  return /^customfield_(\d+)$/.exec(fieldId)?.[1] ?? null;
}

function isFilled(request: EditedRequest, fieldId: string, set: Readonly<Record<string, unknown>>): boolean {
  const after = (column: string, before: unknown) => (Object.hasOwn(set, column) ? set[column] : before);
  if (fieldId === 'assignee') return after('assignee_id', request.assigneeId) !== null;
  if (fieldId === 'resolution') return after('resolution', request.resolution) !== null;
  if (fieldId === 'description') return after('description_text', request.descriptionText) !== '';
  const customId = customIdOf(fieldId);
  // a summary and a priority are always there
  if (customId === null) return true;
  const stored = set['custom_fields'];
  const customFields: Record<string, unknown> =
    typeof stored === 'string' ? JSON.parse(stored) : request.customFields;
  return (customFields[customId] ?? null) !== null;
}
