import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import {
  type FieldTemplate,
  fields,
  queues,
  requestTypes,
  statuses,
  transitions,
  waitingForSupport,
} from './customer-support.ts';

const workflowName = 'Customer support';
const fieldPrefix = 'customer-support.';

/**
 * Fills a new desk from the template "customer support". Statuses, workflow and fields are made once and shared by all
 * desks of the template; request types, groups and queues are each desk's own.
 */
export async function applyTemplate(trx: Database, serviceDeskId: string): Promise<void> {
  // Two desks made at once must not both make what they share.
  await sql`select pg_advisory_xact_lock(hashtext('portico.template.customer-support'))`.execute(trx);
  const workflowId = await sharedWorkflow(trx);
  const fieldIds = await sharedFields(trx);
  await insertRequestTypes(trx, serviceDeskId, workflowId, fieldIds);
  await trx
    .insertInto('queue')
    .values(queues.map((queue, position) => ({ ...queue, position, service_desk_id: serviceDeskId })))
    .execute();
}

async function sharedWorkflow(trx: Database): Promise<string> {
  const known = await trx
    .selectFrom('workflow')
    .select('id')
    .where('name', '=', workflowName)
    .executeTakeFirst();
  if (known) return known.id;

  await trx
    .insertInto('status')
    .values(statuses.map(({ name, category }) => ({ name, category })))
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const rows = await trx
    .selectFrom('status')
    .select(['id', 'name'])
    .where(
      'name',
      'in',
      statuses.map(({ name }) => name),
    )
    .execute();
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  const { id: workflowId } = await trx
    .insertInto('workflow')
    .values({ name: workflowName, initial_status_id: idOf(ids, waitingForSupport) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('workflow_status')
    .values(
      statuses.map(({ name, customerName }, position) => ({
        workflow_id: workflowId,
        status_id: idOf(ids, name),
        customer_name: customerName,
        position,
      })),
    )
    .execute();
  for (const [position, transition] of transitions.entries()) {
    const { id } = await trx
      .insertInto('workflow_transition')
      .values({
        workflow_id: workflowId,
        name: transition.name,
        to_status_id: idOf(ids, transition.to),
        is_shown_to_customers: transition.isShownToCustomers ?? false,
        happens_on_customer_comment: transition.happensOnCustomerComment ?? false,
        sets_resolution: transition.resolution ?? null,
        position,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('workflow_transition_from')
      .values(transition.from.map((from) => ({ transition_id: id, status_id: idOf(ids, from) })))
      .execute();
  }
  return workflowId;
}

async function sharedFields(trx: Database): Promise<Map<string, string>> {
  const templates: [string, FieldTemplate][] = Object.entries(fields);
  for (const [key, { name, type, options = [] }] of templates) {
    const field = await trx
      .insertInto('field')
      .values({ name, type, template_key: fieldPrefix + key })
      .onConflict((conflict) => conflict.column('template_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!field) continue;
    const { id: contextId } = await trx
      .insertInto('field_context')
      .values({ field_id: field.id, name: 'All service desks', is_global: true })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (options.length === 0) continue;
    await trx
      .insertInto('field_option')
      .values(
        options.map((value, position) => ({ field_id: field.id, context_id: contextId, value, position })),
      )
      .execute();
  }
  const rows = await trx
    .selectFrom('field')
    .select(['id', 'template_key'])
    .where('template_key', 'like', `${fieldPrefix}%`)
    .execute();
  return new Map(rows.map(({ id, template_key }) => [(template_key ?? '').slice(fieldPrefix.length), id]));
}

async function insertRequestTypes(
  trx: Database,
  serviceDeskId: string,
  workflowId: string,
  fieldIds: ReadonlyMap<string, string>,
): Promise<void> {
  const groups = [...new Set(requestTypes.map(({ group }) => group))];
  const groupRows = await trx
    .insertInto('request_type_group')
    .values(groups.map((name, position) => ({ service_desk_id: serviceDeskId, name, position })))
    .returning(['id', 'name'])
    .execute();
  const groupIds = new Map(groupRows.map(({ id, name }) => [name, id]));

  for (const [position, { name, description, helpText, icon, group, form }] of requestTypes.entries()) {
    const { id } = await trx
      .insertInto('request_type')
      .values({
        service_desk_id: serviceDeskId,
        name,
        description,
        help_text: helpText,
        icon,
        workflow_id: workflowId,
        position,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('request_type_group_entry')
      .values({ group_id: idOf(groupIds, group), request_type_id: id })
      .execute();
    await trx
      .insertInto('request_type_field')
      .values(
        form.map((field, index) => {
          const fieldId = field.key in fields ? idOf(fieldIds, field.key) : null;
          return {
            request_type_id: id,
            field_key: fieldId === null ? field.key : `customfield_${fieldId}`,
            field_id: fieldId,
            label: field.label,
            help_text: field.helpText ?? '',
            is_required: field.isRequired ?? false,
            position: index,
          };
        }),
      )
      .execute();
  }
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The template names "${name}", which it does not make`);
  return id;
}
