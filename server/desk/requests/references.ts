import { sql } from 'kysely';
import { accountByAccountId } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { agentsOf } from '../access-rules.ts';
import { accountIdPattern, isId } from '../addresses.ts';
import type { ChangeItem } from './change-request.ts';
import type { EditedRequest, FieldChange, FieldOutcome } from './edited.ts';
import { readRequestType } from './read-request-type.ts';
import { customerOfDesk, noCustomer } from './reporter.ts';

/** The fields of a request that refer to something. */
const referenceKeys = [
  'assignee',
  'reporter',
  'organization',
  'priority',
  'resolution',
  'requesttype',
] as const;
type ReferenceKey = (typeof referenceKeys)[number];

/** Whether the key is that of a field that refers to something. */
export function isReferenceKey(key: string): key is ReferenceKey {
  return referenceKeys.some((known) => known === key);
}

/** Reads a new value of a field that refers to something. `values`: all that comes with the same edit. */
export async function readReference(
  trx: Database,
  request: EditedRequest,
  key: ReferenceKey,
  values: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<FieldOutcome> {
  switch (key) {
    case 'assignee':
      return readAssignee(trx, request, values['assignee']);
    case 'reporter':
      return readReporter(trx, request, values);
    case 'organization':
      return readOrganization(trx, request, values);
    case 'priority':
      return readPriority(trx, request, values['priority']);
    case 'requesttype':
      return readRequestType(trx, request, values['requesttype']);
    case 'resolution':
      return readResolution(trx, request, values['resolution'], at);
  }
}

const accountIdForm = new RegExp(accountIdPattern);

/** The account that is named by {"accountId": …} or, as in Jira, {"id": …}; or `problem`; null: nobody. */
async function accountNamed(trx: Database, value: unknown) {
  if (value === null || value === undefined) return null;
  const { accountId, id } = (typeof value === 'object' ? value : {}) as { accountId?: unknown; id?: unknown };
  const named = accountId === undefined ? id : accountId;
  // -1: whoever is assigned by default, which is nobody
  if (named === null || named === '-1') return null;
  if (typeof named !== 'string' || !accountIdForm.test(named)) {
    return { problem: 'Name a person by {"accountId": …}, or null for nobody.' };
  }
  return (await accountByAccountId(trx, named)) ?? { problem: 'There is no such account.' };
}

async function readAssignee(trx: Database, request: EditedRequest, value: unknown): Promise<FieldOutcome> {
  const account = await accountNamed(trx, value);
  if (account && 'problem' in account) return account;
  if ((account?.id ?? null) === request.assigneeId) return { change: null };
  if (account) {
    const row = await trx
      .selectFrom('account')
      .select('id')
      .where('id', '=', account.id)
      .where('is_active', '=', true)
      .where(agentsOf(request.serviceDeskId))
      .executeTakeFirst();
    if (!row) return { problem: `User '${account.displayName}' cannot be assigned issues.` };
  }
  const before = await personIn(trx, request.assigneeId);
  const set = { assignee_id: account?.id ?? null };
  const items = [
    referenceItem('assignee', before, account && { id: account.accountId, name: account.displayName }),
  ];
  return { change: { set, items, isForAgentsOnly: true } };
}

/** With another reporter comes their organization, unless they are in the one that the request has, or the edit names one. */
async function readReporter(
  trx: Database,
  request: EditedRequest,
  values: Readonly<Record<string, unknown>>,
): Promise<FieldOutcome> {
  const account = await accountNamed(trx, values['reporter']);
  if (!account) return { problem: 'Reporter is required.' };
  if ('problem' in account) return account;
  if (account.id === request.reporterId) return { change: null };
  const customer = await customerOfDesk(trx, request.serviceDeskId, account.id);
  if (!customer) return { problem: noCustomer };
  const before = await personIn(trx, request.reporterId);
  const items = [referenceItem('reporter', before, { id: account.accountId, name: account.displayName })];
  const change = { set: { reporter_id: account.id }, items };
  if (Object.hasOwn(values, 'organization') || (await isMember(trx, request.organizationId, account.id))) {
    return { change };
  }
  const theirs = await organizationChange(trx, request, await organizationIn(trx, customer.organizationId));
  if (!theirs) return { change };
  return { change: { set: { ...change.set, ...theirs.set }, items: [...items, ...theirs.items] } };
}

async function isMember(trx: Database, organizationId: string | null, accountId: string): Promise<boolean> {
  if (organizationId === null) return false;
  const row = await trx
    .selectFrom('organization_member')
    .select('account_id')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The organization whose customer the reporter is: one that the desk serves, or one of the reporter's. */
async function readOrganization(
  trx: Database,
  request: EditedRequest,
  values: Readonly<Record<string, unknown>>,
): Promise<FieldOutcome> {
  const value = values['organization'] ?? null;
  if (value === null) return { change: await organizationChange(trx, request, null) };
  const sent = typeof value === 'object' && 'id' in value ? value.id : value;
  const id = typeof sent === 'number' ? String(sent) : sent;
  if (typeof id !== 'string' || !isId(id)) return { problem: 'Name an organization by {"id": …}, or null.' };
  const named = Object.hasOwn(values, 'reporter') ? await accountNamed(trx, values['reporter']) : null;
  const reporterId = named && 'id' in named ? named.id : request.reporterId;
  const organization = await trx
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where(sql<boolean>`(exists(select from service_desk_organization s
        where s.organization_id = organization.id and s.service_desk_id = ${request.serviceDeskId})
      or exists(select from organization_member m
        where m.organization_id = organization.id and m.account_id = ${reporterId}))`)
    .executeTakeFirst();
  return organization
    ? { change: await organizationChange(trx, request, organization) }
    : { problem: 'The service desk does not serve this organization, and the reporter is not in it.' };
}

async function readPriority(trx: Database, request: EditedRequest, value: unknown): Promise<FieldOutcome> {
  if (value === null || value === undefined) return { problem: 'Priority is required.' };
  const after = await namedIn(trx, 'priority', value);
  if (!after) return { problem: await chooseOneOf(trx, 'priority') };
  if (after.id === request.priorityId) return { change: null };
  const before = await trx
    .selectFrom('priority')
    .select(['id', 'name'])
    .where('id', '=', request.priorityId)
    .executeTakeFirst();
  const items = [referenceItem('priority', before ?? null, after)];
  return { change: { set: { priority_id: after.id }, items, isForAgentsOnly: true } };
}

/** Since when a request is resolved stays as it was when one resolution follows another. */
async function readResolution(
  trx: Database,
  request: EditedRequest,
  value: unknown,
  at: Date,
): Promise<FieldOutcome> {
  const after = value === null || value === undefined ? null : await namedIn(trx, 'resolution', value);
  if (value !== null && value !== undefined && !after) {
    return { problem: await chooseOneOf(trx, 'resolution') };
  }
  const name = after?.name ?? null;
  if (name === request.resolution) return { change: null };
  const before =
    request.resolution === null ? null : await namedIn(trx, 'resolution', { name: request.resolution });
  const set = {
    resolution: name,
    ...((name === null || request.resolution === null) && { resolved_at: name === null ? null : at }),
  };
  return { change: { set, items: [referenceItem('resolution', before, after)] } };
}

/** What {"id": …} or, in whatever case, {"name": …} names; null: nothing. */
async function namedIn(
  trx: Database,
  table: 'priority' | 'resolution',
  value: unknown,
): Promise<NamedThing | null> {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name } = value as { id?: unknown; name?: unknown };
  const query = trx.selectFrom(table).select(['id', 'name']);
  if (typeof id === 'string' || typeof id === 'number') {
    return isId(String(id)) ? ((await query.where('id', '=', String(id)).executeTakeFirst()) ?? null) : null;
  }
  if (typeof name !== 'string') return null;
  return (await query.where(sql`lower(name)`, '=', name.toLowerCase()).executeTakeFirst()) ?? null;
}

async function chooseOneOf(trx: Database, table: 'priority' | 'resolution'): Promise<string> {
  const known = await trx.selectFrom(table).select('name').orderBy('position').execute();
  const names = known.map(({ name }) => name).join(', ');
  return `The ${table} selected is invalid: choose one of ${names} by {"id": …} or {"name": …}.`;
}

interface NamedThing {
  readonly id: string;
  readonly name: string;
}

async function organizationChange(
  trx: Database,
  request: EditedRequest,
  after: NamedThing | null,
): Promise<FieldChange | null> {
  if ((after?.id ?? null) === request.organizationId) return null;
  const before = await organizationIn(trx, request.organizationId);
  return {
    set: { organization_id: after?.id ?? null },
    items: [referenceItem('organization', before, after)],
  };
}

async function organizationIn(trx: Database, id: string | null): Promise<NamedThing | null> {
  if (id === null) return null;
  const row = await trx
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

async function personIn(trx: Database, id: string | null): Promise<NamedThing | null> {
  if (id === null) return null;
  const row = await trx
    .selectFrom('account')
    .select(['account_id as id', 'display_name as name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

function referenceItem(field: ReferenceKey, before: NamedThing | null, after: NamedThing | null): ChangeItem {
  return {
    field,
    fieldId: field,
    fieldtype: 'jira',
    from: before?.id ?? null,
    fromString: before?.name ?? null,
    to: after?.id ?? null,
    toString: after?.name ?? null,
  };
}
