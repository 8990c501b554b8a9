import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { CustomFieldTypeName } from '../request-types/fields/field-type.ts';

/**
 * The template "customer support": what a new service desk begins with. Statuses, workflow and fields are made once and
 * shared by all desks of the template; request types, groups and queues are each desk's own.
 */

interface StatusTemplate {
  readonly name: string;
  readonly category: 'new' | 'indeterminate' | 'done';
  readonly customerName: string;
}

const waitingForSupport = 'Waiting for support';
const inProgress = 'In progress';
const waitingForCustomer = 'Waiting for customer';
const resolved = 'Resolved';
const canceled = 'Canceled';

const statuses: readonly StatusTemplate[] = [
  { name: waitingForSupport, category: 'new', customerName: 'Waiting for support' },
  { name: inProgress, category: 'indeterminate', customerName: 'In progress' },
  { name: waitingForCustomer, category: 'indeterminate', customerName: 'Waiting for your reply' },
  { name: resolved, category: 'done', customerName: 'Resolved' },
  { name: canceled, category: 'done', customerName: 'Canceled' },
];

interface TransitionTemplate {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly resolution?: string;
  readonly isShownToCustomers?: true;
  readonly happensOnCustomerComment?: true;
}

/**
 *   Waiting for support → In progress ⇄ Waiting for customer   the open ones; a customer's answer leads back to the first
 *   any open one → Resolved                                    by agents
 *   any open one → Canceled                                    by customers too
 *   Resolved, Canceled → Waiting for support                   reopened, by customers too
 */
const transitions: readonly TransitionTemplate[] = [
  { name: 'Start work', from: [waitingForSupport, waitingForCustomer], to: inProgress },
  { name: 'Ask the customer', from: [waitingForSupport, inProgress], to: waitingForCustomer },
  {
    name: 'Back to support',
    from: [waitingForCustomer],
    to: waitingForSupport,
    happensOnCustomerComment: true,
  },
  { name: 'Stop work', from: [inProgress], to: waitingForSupport },
  {
    name: 'Resolve',
    from: [waitingForSupport, inProgress, waitingForCustomer],
    to: resolved,
    resolution: 'Done',
  },
  {
    name: 'Cancel request',
    from: [waitingForSupport, inProgress, waitingForCustomer],
    to: canceled,
    resolution: 'Canceled',
    isShownToCustomers: true,
  },
  { name: 'Reopen', from: [resolved, canceled], to: waitingForSupport, isShownToCustomers: true },
];

interface FieldTemplate {
  readonly name: string;
  readonly type: CustomFieldTypeName;
  readonly options?: readonly string[];
}

const fields = {
  impact: { name: 'Impact', type: 'select', options: ['One person', 'A team', 'Whole company'] },
  system: { name: 'System', type: 'text' },
  accessLevel: { name: 'Access level', type: 'select', options: ['Read', 'Read and write', 'Administer'] },
  neededFrom: { name: 'Needed from', type: 'date' },
  kindOfChange: {
    name: 'Kind of change',
    type: 'select',
    options: ['New', 'More', 'Less', 'Different', 'No longer needed'],
  },
  quantity: { name: 'Quantity', type: 'number' },
  reason: { name: 'Business reason', type: 'paragraph' },
} as const satisfies Record<string, FieldTemplate>;

type FormKey = 'summary' | 'description' | 'attachment' | keyof typeof fields;

interface RequestTypeTemplate {
  readonly name: string;
  readonly description: string;
  readonly helpText: string;
  readonly icon: string;
  readonly group: string;
  readonly form: readonly { key: FormKey; label: string; helpText?: string; isRequired?: true }[];
}

const requestTypes: readonly RequestTypeTemplate[] = [
  {
    name: 'Report a problem',
    description: 'Something does not work as it should',
    helpText: 'The more we know, the sooner we can help. A screenshot often says it all.',
    icon: 'alert-triangle',
    group: 'Common requests',
    form: [
      { key: 'summary', label: 'What is the problem?', helpText: 'In one line', isRequired: true },
      {
        key: 'description',
        label: 'What happens, and what did you expect?',
        helpText: 'Tell us what you did before, and any error message word for word',
        isRequired: true,
      },
      { key: 'impact', label: 'Who is affected?', isRequired: true },
      { key: 'attachment', label: 'Screenshots or files' },
    ],
  },
  {
    name: 'Ask a question',
    description: 'How do I …? Where do I find …?',
    helpText: 'Ask us anything about the product or your contract.',
    icon: 'help',
    group: 'Common requests',
    form: [
      { key: 'summary', label: 'What would you like to know?', isRequired: true },
      { key: 'description', label: 'Details', helpText: 'What have you tried or read so far?' },
      { key: 'attachment', label: 'Screenshots or files' },
    ],
  },
  {
    name: 'Request access',
    description: 'For you or a colleague, to a system or a project',
    helpText: 'We may ask the owner of the system for approval.',
    icon: 'key',
    group: 'Access and changes',
    form: [
      {
        key: 'summary',
        label: 'Who needs access to what?',
        helpText: 'For example: Read access to Reports for Kim Miller',
        isRequired: true,
      },
      { key: 'system', label: 'System or project', isRequired: true },
      { key: 'accessLevel', label: 'Level of access', isRequired: true },
      { key: 'neededFrom', label: 'Needed from', helpText: 'Leave empty for as soon as possible' },
      { key: 'reason', label: 'What is it needed for?', isRequired: true },
      { key: 'attachment', label: 'Approvals or other files' },
    ],
  },
  {
    name: 'Order a change',
    description: 'More licenses, another setting, something new',
    helpText: 'We answer with what it costs and when it can be done, before anything is changed.',
    icon: 'tool',
    group: 'Access and changes',
    form: [
      { key: 'summary', label: 'What shall be changed?', isRequired: true },
      { key: 'description', label: 'Describe the change', isRequired: true },
      { key: 'kindOfChange', label: 'Kind of change' },
      { key: 'quantity', label: 'How many?', helpText: 'Licenses, devices, seats …' },
      { key: 'neededFrom', label: 'Wanted by' },
      { key: 'reason', label: 'Why is it needed?' },
      { key: 'attachment', label: 'Offers or other files' },
    ],
  },
];

const queues: readonly { name: string; jql: string }[] = [
  { name: 'All open', jql: 'resolution = Unresolved ORDER BY created DESC' },
  { name: 'Unassigned', jql: 'assignee is EMPTY AND resolution = Unresolved ORDER BY created DESC' },
  {
    name: 'Assigned to me',
    jql: 'assignee = currentUser() AND resolution = Unresolved ORDER BY created DESC',
  },
  { name: 'Waiting for customer', jql: `status = "${waitingForCustomer}" ORDER BY created DESC` },
  { name: 'Recently resolved', jql: 'resolved >= -14d ORDER BY resolved DESC' },
];

const workflowName = 'Customer support';
const fieldPrefix = 'customer-support.';

/** Fills a new desk from the template. */
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
  await trx
    .insertInto('workflow_transition')
    .values(
      transitions.flatMap((transition, position) =>
        transition.from.map((from) => ({
          workflow_id: workflowId,
          name: transition.name,
          from_status_id: idOf(ids, from),
          to_status_id: idOf(ids, transition.to),
          is_shown_to_customers: transition.isShownToCustomers ?? false,
          happens_on_customer_comment: transition.happensOnCustomerComment ?? false,
          sets_resolution: transition.resolution ?? null,
          position,
        })),
      ),
    )
    .execute();
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
    if (!field || options.length === 0) continue;
    await trx
      .insertInto('field_option')
      .values(options.map((value, position) => ({ field_id: field.id, value, position })))
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
