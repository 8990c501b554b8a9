import {
  createField,
  createRequestType,
  createWorkflow,
  raiseRequest,
  statusOfWorkflow,
} from '../../server/desk/index.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { auditActor } from './audit-actor.ts';
import type { Northwind } from './northwind.ts';

/** What support calls the form that shows approvals: whoever is named in it must agree before support begins. */
export const purchaseForm = 'Buy a machine';

const purchases = [
  {
    reporter: 'carmen@acme.example',
    approver: 'henrik@acme.example',
    summary: 'A second machine for the third floor',
    description:
      'The queue at the Barista 4 is ten people long after lunch. A second one would fit beside the window.',
    minutesAgo: 2,
  },
  {
    reporter: 'kenji@globex.example',
    approver: 'ines@globex.example',
    summary: 'Filter coffee for the meeting rooms',
    description: 'Guests ask for filter coffee. A Filterbar 12 for the two large rooms, please.',
    minutesAgo: 1,
  },
] as const;

/** Makes the form, with a workflow of its own, on a service desk. */
export async function makePurchaseForm(trx: Database, serviceDeskId: string): Promise<void> {
  const fieldId = await createField(
    trx,
    'people',
    {
      name: 'Approvers',
      description: 'Who must agree before anything is bought',
      settings: {},
      contexts: [
        { name: 'All service desks', isGlobal: true, serviceDeskIds: [], defaultValue: null, options: [] },
      ],
    },
    auditActor,
  );
  const approvers = `customfield_${fieldId}`;
  const groups = await trx
    .selectFrom('request_type_group')
    .select('id')
    .where('service_desk_id', '=', serviceDeskId)
    .orderBy('position', 'desc')
    .limit(1)
    .execute();
  const asked = (key: string, label: string, helpText = '') => ({
    field: { key, label, helpText, isRequired: true, isHidden: false, showWhen: null },
  });
  await createRequestType(
    trx,
    serviceDeskId,
    {
      name: purchaseForm,
      description: 'Somebody of your company must agree before we order it',
      helpText: '',
      icon: 'shopping-cart',
      workflowId: await makeWorkflow(trx, approvers),
      groupIds: groups.map(({ id }) => id),
      form: [
        asked('summary', 'What do you need?'),
        asked('description', 'What for?'),
        asked(approvers, 'Who approves it?', 'Your manager, for example.'),
      ],
    },
    auditActor,
  );
}

async function makeWorkflow(trx: Database, approvers: string): Promise<string> {
  const status = (name: string, category: 'new' | 'indeterminate' | 'done') =>
    statusOfWorkflow(trx, name, category);
  const waiting = await status('Waiting for approval', 'new');
  const support = await status('Waiting for support', 'new');
  const working = await status('In progress', 'indeterminate');
  const resolved = await status('Resolved', 'done');
  const declined = await status('Declined', 'done');
  const canceled = await status('Canceled', 'done');
  const rows = await trx.selectFrom('resolution').select(['id', 'name']).execute();
  const resolution = (name: string) => {
    const known = rows.find((row) => row.name === name);
    if (!known) throw new Error(`There is no resolution "${name}"`);
    return { kind: 'set', resolutionId: known.id } as const;
  };
  const transition = (id: string, name: string, from: readonly string[], to: string) => ({
    id: `new-${id}`,
    name,
    from,
    to,
    isShownToCustomers: false,
    happensOnCustomerComment: false,
    resolution: { kind: 'clear' } as const,
    conditions: [],
    effects: [],
    screen: [],
  });
  const open = [waiting.statusId, support.statusId, working.statusId];
  return createWorkflow(
    trx,
    {
      name: 'Purchases',
      description: 'Somebody of the customer must agree before support begins.',
      initialStatusId: waiting.statusId,
      statuses: [
        {
          ...waiting,
          approval: {
            approvers: { kind: 'field', fieldId: approvers },
            needed: 'all',
            approveTransitionId: 'new-approve',
            declineTransitionId: 'new-decline',
            reporterMayApprove: false,
          },
        },
        support,
        working,
        resolved,
        declined,
        canceled,
      ],
      transitions: [
        transition('approve', 'Approve', [waiting.statusId], support.statusId),
        {
          ...transition('decline', 'Decline', [waiting.statusId], declined.statusId),
          resolution: resolution('Declined'),
        },
        transition('start', 'Start work', [support.statusId], working.statusId),
        {
          ...transition('resolve', 'Resolve', [support.statusId, working.statusId], resolved.statusId),
          resolution: resolution('Done'),
        },
        {
          ...transition('cancel', 'Cancel request', open, canceled.statusId),
          resolution: resolution('Canceled'),
          isShownToCustomers: true,
        },
        {
          ...transition('again', 'Ask again', [declined.statusId], waiting.statusId),
          isShownToCustomers: true,
        },
      ],
    },
    auditActor,
  );
}

/** Raises the requests that wait for approval now. */
export async function raisePurchases(trx: Database, northwind: Northwind, now: Date): Promise<void> {
  const serviceDeskId = northwind.deskIds.get('SUP') ?? '';
  const form = northwind.forms.get(`SUP ${purchaseForm}`);
  const keyOf = (name: string) => form?.keys.get(name) ?? name;
  for (const { reporter, approver, summary, description, minutesAgo } of purchases) {
    const { account_id: approverId } = await trx
      .selectFrom('account')
      .select('account_id')
      .where('email', '=', approver)
      .executeTakeFirstOrThrow();
    await raiseRequest(trx, {
      actor: { accountId: northwind.accountIds.get(reporter) ?? '', isAgent: false },
      serviceDeskId,
      requestTypeId: form?.id ?? '',
      values: { summary, description, [keyOf('Approvers')]: [{ accountId: approverId }] },
      at: new Date(now.getTime() - minutesAgo * 60_000),
    });
  }
}
