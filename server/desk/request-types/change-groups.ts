import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { maxLabelLength } from './form-input.ts';

/** Most groups of a portal. */
export const maxGroups = 50;

/** A group as administrators send it; without an id: a new one. */
export interface GroupInput {
  readonly id?: string | undefined;
  readonly name: string;
}

/**
 * Makes the groups under which a portal shows its request types those of the input, in that order. What is left out is deleted;
 * its request types stay, under the groups that they are still in.
 *
 * @throws Invalid with a message per place of the input
 */
export async function changeGroups(
  trx: Database,
  serviceDeskId: string,
  input: readonly GroupInput[],
  actor: AuditActor,
): Promise<void> {
  const before = await trx
    .selectFrom('request_type_group')
    .select(['id', 'name'])
    .where('service_desk_id', '=', serviceDeskId)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute();
  const groups = read(input, new Set(before.map(({ id }) => id)));
  const kept = new Set(groups.flatMap(({ id }) => id ?? []));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) await trx.deleteFrom('request_type_group').where('id', 'in', gone).execute();
  for (const [position, { id, name }] of groups.entries()) {
    if (id)
      await trx.updateTable('request_type_group').set({ name, position }).where('id', '=', id).execute();
    else {
      await trx
        .insertInto('request_type_group')
        .values({ service_desk_id: serviceDeskId, name, position })
        .execute();
    }
  }
  await recordAudit(trx, {
    actor,
    action: 'request-type-groups.changed',
    objectType: 'service-desk',
    objectId: serviceDeskId,
    objectName: null,
    before: { groups: before.map(({ name }) => name) },
    after: { groups: groups.map(({ name }) => name) },
  });
}

function read(input: readonly GroupInput[], known: ReadonlySet<string>): GroupInput[] {
  const errors: Record<string, string> = {};
  const seen = new Set<string>();
  const groups = input.map(({ id, name: text }, index) => {
    const name = cleanLine(text);
    const at = `groups.${index}`;
    if (name === '') errors[`${at}.name`] = 'Give the group a name.';
    else if (name.length > maxLabelLength)
      errors[`${at}.name`] = `A name has at most ${maxLabelLength} characters.`;
    else if (seen.has(name.toLowerCase())) errors[`${at}.name`] = `"${name}" is there twice.`;
    seen.add(name.toLowerCase());
    if (id !== undefined && !known.has(id)) errors[`${at}.id`] = 'This service desk has no such group.';
    return { id, name };
  });
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return groups;
}
