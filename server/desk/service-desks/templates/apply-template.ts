import { sql } from 'kysely';
import type { AuditActor } from '../../../platform/audit/audit.ts';
import type { Database } from '../../../platform/database/database.ts';
import { insertMetric } from '../../sla/insert-metric.ts';
import type { WorkflowDefinition } from '../../workflow/definition.ts';
import { createWorkflow, statusNamed } from '../../workflow/workflows.ts';
import { type FieldKey, type FieldTemplate, fields } from './fields.ts';
import type { DeskTemplate, WorkflowTemplate } from './template.ts';

/**
 * Fills a new desk from a template. Statuses, workflows and fields are made once and shared by all desks whose templates name
 * them; request types, groups and queues are each desk's own.
 */
export async function applyTemplate(
  trx: Database,
  serviceDeskId: string,
  template: DeskTemplate,
  auditActor: AuditActor,
): Promise<void> {
  // Two desks made at once must not both make what they share.
  await sql`select pg_advisory_xact_lock(hashtext('portico.template'))`.execute(trx);
  const fieldIds = await sharedFields(trx, fieldsOf(template));
  const workflowIds = new Map<string, string>();
  for (const [key, workflow] of Object.entries(template.workflows)) {
    workflowIds.set(key, await sharedWorkflow(trx, workflow, fieldIds, auditActor));
  }
  await insertRequestTypes(trx, serviceDeskId, template, { workflowIds, fieldIds });
  await trx
    .insertInto('queue')
    .values(
      template.queues.map(({ name, jql }, position) => ({
        name,
        jql,
        position,
        service_desk_id: serviceDeskId,
      })),
    )
    .execute();
  await insertSlas(trx, serviceDeskId, template);
}

/** Goals are by the priorities that the site has now: where it has fewer, fewer of them have a goal of their own. */
async function insertSlas(trx: Database, serviceDeskId: string, { slas }: DeskTemplate): Promise<void> {
  const priorities = await trx.selectFrom('priority').select('name').orderBy('position').execute();
  const statuses = await trx
    .selectFrom('status')
    .select(['id', 'name'])
    .where('name', 'in', ['', ...slas.flatMap(({ pausedIn }) => pausedIn)])
    .execute();
  for (const [position, { name, starts, stops, pausedIn, goals, warnMinutes }] of slas.entries()) {
    const statusIds = statuses.filter((status) => pausedIn.includes(status.name)).map(({ id }) => id);
    const ofPriorities = goals.slice(0, -1).flatMap((minutes, rank) => {
      const priority = priorities[rank];
      return priority
        ? [{ jql: `priority = ${JSON.stringify(priority.name)}`, minutes, calendarId: null }]
        : [];
    });
    await insertMetric(trx, serviceDeskId, position, {
      name,
      starts: starts.map((kind) => ({ kind })),
      stops: stops.map((kind) => ({ kind })),
      pauses: [
        ...(statusIds.length > 0 ? [{ kind: 'status' as const, statusIds }] : []),
        { kind: 'waiting-for-approval' as const },
      ],
      goals: [...ofPriorities, { jql: '', minutes: goals.at(-1) ?? null, calendarId: null }],
      warnMinutes,
    });
  }
}

/** The fields that a template's forms and workflows name. */
export function fieldsOf({ requestTypes, workflows }: DeskTemplate): FieldKey[] {
  const named = [
    ...requestTypes.flatMap(({ form }) => form.map(({ key }) => key)),
    ...Object.values(workflows).flatMap(({ statuses }) =>
      statuses.flatMap(({ approval }) => approval?.approvers ?? []),
    ),
  ];
  return [...new Set(named)].filter((key): key is FieldKey => key in fields);
}

async function sharedWorkflow(
  trx: Database,
  template: WorkflowTemplate,
  fieldIds: ReadonlyMap<string, string>,
  auditActor: AuditActor,
): Promise<string> {
  const known = await trx
    .selectFrom('workflow')
    .select('id')
    .where(sql`lower(name)`, '=', template.name.toLowerCase())
    .executeTakeFirst();
  return known?.id ?? createWorkflow(trx, await definitionOf(trx, template, fieldIds), auditActor);
}

async function definitionOf(
  trx: Database,
  { name, description, statuses, transitions }: WorkflowTemplate,
  fieldIds: ReadonlyMap<string, string>,
): Promise<WorkflowDefinition> {
  const statusIds = new Map<string, string>();
  const newIds = new Map(transitions.map((transition, index) => [transition.name, `new-${index}`]));
  const written: WorkflowDefinition['statuses'][number][] = [];
  for (const status of statuses) {
    const known = await statusNamed(trx, status.name, status.category);
    statusIds.set(status.name, known.statusId);
    written.push({
      ...known,
      customerName: status.customerName ?? status.name,
      approval: status.approval
        ? {
            approvers: { kind: 'field', fieldId: `customfield_${idOf(fieldIds, status.approval.approvers)}` },
            needed: 'all',
            approveTransitionId: idOf(newIds, status.approval.approve),
            declineTransitionId: idOf(newIds, status.approval.decline),
            reporterMayApprove: false,
          }
        : null,
    });
  }
  const resolutionIds = new Map<string, string>();
  for (const resolution of new Set(transitions.flatMap((transition) => transition.resolution ?? []))) {
    resolutionIds.set(resolution, await resolutionNamed(trx, resolution));
  }
  return {
    name,
    description,
    initialStatusId: written[0]?.statusId ?? '',
    statuses: written,
    transitions: transitions.map((transition) => ({
      id: idOf(newIds, transition.name),
      name: transition.name,
      from: transition.from.map((from) => idOf(statusIds, from)),
      to: idOf(statusIds, transition.to),
      isShownToCustomers: transition.isShownToCustomers ?? false,
      happensOnCustomerComment: transition.happensOnCustomerComment ?? false,
      resolution:
        transition.resolution === undefined
          ? { kind: 'clear' }
          : { kind: 'set', resolutionId: idOf(resolutionIds, transition.resolution) },
      conditions: [],
      effects: [],
      screen: [],
    })),
  };
}

/** The resolution of this name; made where it was removed. */
async function resolutionNamed(trx: Database, name: string): Promise<string> {
  const known = await trx
    .selectFrom('resolution')
    .select('id')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .executeTakeFirst();
  if (known) return known.id;
  const made = await trx
    .insertInto('resolution')
    .values({ name, position: sql<number>`(select coalesce(max(position) + 1, 0) from resolution)` })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

async function sharedFields(trx: Database, keys: readonly FieldKey[]): Promise<Map<string, string>> {
  for (const key of keys) {
    const { name, type, options = [] }: FieldTemplate = fields[key];
    const field = await trx
      .insertInto('field')
      .values({ name, type, template_key: key })
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
  if (keys.length === 0) return new Map();
  const rows = await trx
    .selectFrom('field')
    .select(['id', 'template_key'])
    .where('template_key', 'in', [...keys])
    .execute();
  return new Map(rows.map(({ id, template_key }) => [template_key ?? '', id]));
}

async function insertRequestTypes(
  trx: Database,
  serviceDeskId: string,
  { requestTypes }: DeskTemplate,
  {
    workflowIds,
    fieldIds,
  }: { workflowIds: ReadonlyMap<string, string>; fieldIds: ReadonlyMap<string, string> },
): Promise<void> {
  const groups = [...new Set(requestTypes.map(({ group }) => group))];
  const groupRows = await trx
    .insertInto('request_type_group')
    .values(groups.map((name, position) => ({ service_desk_id: serviceDeskId, name, position })))
    .returning(['id', 'name'])
    .execute();
  const groupIds = new Map(groupRows.map(({ id, name }) => [name, id]));

  for (const [position, type] of requestTypes.entries()) {
    const { id } = await trx
      .insertInto('request_type')
      .values({
        service_desk_id: serviceDeskId,
        name: type.name,
        description: type.description,
        help_text: type.helpText,
        icon: type.icon,
        workflow_id: idOf(workflowIds, type.workflow),
        position,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('request_type_group_entry')
      .values({ group_id: idOf(groupIds, type.group), request_type_id: id })
      .execute();
    await trx
      .insertInto('request_type_field')
      .values(
        type.form.map((field, index) => {
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
