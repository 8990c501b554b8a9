import { sql } from 'kysely';
import type { FieldTypeName } from '../../../fields/index.ts';
import type { Database } from '../../../platform/database/database.ts';
import { adfFromText } from '../../../platform/formats/rich-text.ts';
import { addComment } from '../../comments/add-comment.ts';
import { createField } from '../../custom-fields/custom-fields.ts';
import type { ContextInput } from '../../custom-fields/validate.ts';
import { type ChangeItem, changeRequest, requireLocked } from '../../requests/change-request.ts';
import { addBeside } from '../../requests/people-beside.ts';
import { insertRequest, requestTypeForRaising } from '../../requests/raise-request.ts';
import { addDeskPeople } from '../../service-desks/people.ts';
import type { ServiceDesk } from '../../service-desks/store.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../../testing.ts';
import { insertWorklog } from '../../worklogs/store.ts';
import {
  type PersonName,
  people,
  places,
  severities,
  systemNames,
  type Ticket,
  type TicketChange,
  type TrackedField,
  tickets,
} from './tickets.ts';

const nobody = { accountId: null, name: null, address: null };

/** The requests of tickets.ts in a database, and who there is. */
export interface TicketWorld extends DeskWorld {
  readonly persons: Readonly<Record<PersonName, TestPerson>>;
  /** by account.account_id */
  readonly named: ReadonlyMap<string, PersonName>;
  /** ids of the custom fields, by their names */
  readonly fieldIds: ReadonlyMap<string, string>;
}

/** Makes the world of the corpus, through the functions by which requests are raised and changed. Close it when done. */
export async function loadTickets(): Promise<TicketWorld> {
  const world = await createDeskWorld();
  const { db } = world.platform;
  const persons = await makePersons(world);
  const fields = await makeFields(db);
  await db.transaction().execute(async (trx) => {
    for (const ticket of tickets) await load(trx, ticket, { world, persons, fields });
  });
  await sql`analyze`.execute(db);
  return {
    ...world,
    persons,
    named: new Map(people.map((name) => [persons[name].account.accountId, name])),
    fieldIds: new Map([...fields].map(([name, { id }]) => [name, id])),
  };
}

async function makePersons({ people: known, person, desk, otherDesk, platform }: DeskWorld) {
  const ben = await person({ displayName: 'Ben Agent', email: 'ben@northwind.example' });
  await addDeskPeople(platform.db, { desk, auditActor: nobody }, 'agent', [ben.account]);
  await addDeskPeople(platform.db, { desk: otherDesk, auditActor: nobody }, 'agent', [known.agent.account]);
  return {
    Anna: known.agent,
    Ben: ben,
    Otto: known.otherAgent,
    Alice: known.reporter,
    Max: known.member,
    Mona: known.manager,
    Bob: known.customerOfB,
    Gus: known.otherManager,
  };
}

interface MadeField {
  readonly id: string;
  /** option ids by value */
  readonly options: ReadonlyMap<string, string>;
}

async function makeFields(db: Database): Promise<Map<string, MadeField>> {
  const flat = (values: readonly string[]) => values.map((value) => ({ value }));
  const wanted: readonly [string, FieldTypeName, ContextInput['options']][] = [
    ['Severity', 'select', flat(severities)],
    ['Seats', 'number', []],
    ['Wanted by', 'date', []],
    ['Tags', 'labels', []],
    ['Systems', 'multi-select', flat(systemNames)],
    [
      'Place',
      'cascading-select',
      Object.entries(places).map(([value, children]) => ({ value, children: flat(children) })),
    ],
    ['Owner', 'person', []],
    ['Serial', 'text', []],
  ];
  const made = new Map<string, MadeField>();
  for (const [name, type, options] of wanted) {
    const context = { name: 'All', isGlobal: true, serviceDeskIds: [], options };
    const id = await createField(
      db,
      type,
      { name, description: '', settings: {}, contexts: [context] },
      nobody,
    );
    const rows = await db
      .selectFrom('field_option')
      .select(['id', 'value'])
      .where('field_id', '=', id)
      .execute();
    made.set(name, { id, options: new Map(rows.map((option) => [option.value, option.id])) });
  }
  return made;
}

interface Loading {
  readonly world: DeskWorld;
  readonly persons: Readonly<Record<PersonName, TestPerson>>;
  readonly fields: ReadonlyMap<string, MadeField>;
}

async function load(trx: Database, ticket: Ticket, loading: Loading): Promise<void> {
  const { world, persons } = loading;
  const account = (name: PersonName) => persons[name].account.id;
  const isAgent = (name: PersonName) => name === 'Anna' || name === 'Ben' || name === 'Otto';
  const desk: ServiceDesk = ticket.key.startsWith('NORTH') ? world.desk : world.otherDesk;
  const { id: requestTypeId } = await trx
    .selectFrom('request_type')
    .select('id')
    .where('service_desk_id', '=', desk.id)
    .where('name', '=', ticket.type)
    .executeTakeFirstOrThrow();
  const organization = { Acme: world.acme.id, Globex: world.globex.id };
  const description = ticket.description ? JSON.stringify(adfFromText(ticket.description)) : null;
  const { id, key } = await insertRequest(trx, {
    actor: { accountId: account(ticket.creator), isAgent: isAgent(ticket.creator) },
    serviceDeskId: desk.id,
    requestTypeId,
    type: await requestTypeForRaising(trx, desk.id, requestTypeId),
    reporterId: account(ticket.reporter),
    organizationId: ticket.organization && organization[ticket.organization],
    columns: {
      summary: ticket.summary,
      description,
      description_text: ticket.description,
      channel: ticket.channel,
      custom_fields: JSON.stringify(customValues(ticket, loading)),
      ...(ticket.began.priority && {
        priority_id: sql<string>`(select id from priority where name = ${ticket.began.priority})`,
      }),
    },
    attachmentIds: [],
    participantIds: ticket.participants.map(account),
    sharedWith: [],
    at: new Date(ticket.created),
  });
  if (key !== ticket.key) throw new Error(`${ticket.key} was given the key ${key}`);
  for (const change of ticket.changes) await applyChange(trx, id, ticket, change, loading);
  for (const { by, text, isPublic } of ticket.comments) {
    await addComment(trx, {
      requestId: id,
      actor: { accountId: account(by), isAgent: isAgent(by) },
      body: text,
      isPublic,
      isAnswer: false,
      at: new Date(ticket.changes.at(-1)?.at ?? ticket.created),
    });
  }
  await addBeside(trx, 'request_watcher', id, ticket.watchers.map(account));
  for (const { by, at, seconds } of ticket.work) {
    const content = { comment: null, commentText: '', startedAt: new Date(at), seconds };
    await insertWorklog(trx, id, account(by), content, new Date(at));
  }
  if (ticket.rating !== null) {
    await trx
      .insertInto('request_feedback')
      .values({ request_id: id, author_id: account(ticket.reporter), rating: ticket.rating })
      .execute();
  }
  if (ticket.property) {
    await trx
      .insertInto('request_property')
      .values({ request_id: id, key: 'crm', value: JSON.stringify(ticket.property) })
      .execute();
  }
}

function customValues(ticket: Ticket, { persons, fields }: Loading): Record<string, unknown> {
  const idOf = (name: string) => fields.get(name)?.id ?? '';
  const option = (name: string, value: string | undefined) =>
    value === undefined ? null : (fields.get(name)?.options.get(value) ?? null);
  const [place, under] = ticket.place;
  const values = {
    [idOf('Severity')]: option('Severity', ticket.began.Severity),
    [idOf('Seats')]: ticket.seats,
    [idOf('Wanted by')]: ticket.wantedBy,
    [idOf('Tags')]: ticket.tags.length > 0 ? ticket.tags : null,
    [idOf('Systems')]:
      ticket.systems.length > 0 ? ticket.systems.map((name) => option('Systems', name)) : null,
    [idOf('Place')]: place ? { id: option('Place', place), child: option('Place', under) } : null,
    [idOf('Owner')]: ticket.owner && persons[ticket.owner].account.accountId,
    [idOf('Serial')]: ticket.serial,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

async function applyChange(
  trx: Database,
  requestId: string,
  ticket: Ticket,
  { at, by, set }: TicketChange,
  { persons, fields }: Loading,
): Promise<void> {
  const request = await requireLocked(trx, requestId);
  const severity = fields.get('Severity');
  const items: ChangeItem[] = [];
  const columns: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(set) as [TrackedField, string | null][]) {
    const before = valueBefore(ticket, name, at);
    const ids = async (of: string | null) =>
      of === null ? null : idOfValue(trx, name, of, persons, severity);
    const [from, to] = [await ids(before), await ids(value)];
    items.push({
      field: name,
      fieldId: name === 'Severity' ? `customfield_${severity?.id}` : name,
      fieldtype: name === 'Severity' ? 'custom' : 'jira',
      from: from?.shown ?? null,
      fromString: shownName(before, name, persons),
      to: to?.shown ?? null,
      toString: shownName(value, name, persons),
    });
    if (name === 'status') columns['status_id'] = to?.stored;
    if (name === 'status') columns['status_since'] = new Date(at);
    if (name === 'assignee') columns['assignee_id'] = to?.stored ?? null;
    if (name === 'reporter') columns['reporter_id'] = to?.stored;
    if (name === 'priority') columns['priority_id'] = to?.stored;
    if (name === 'resolution') columns['resolution'] = value;
    if (name === 'resolution') columns['resolved_at'] = value === null ? null : new Date(at);
    if (name === 'Severity') {
      columns['custom_fields'] = value
        ? sql`custom_fields || jsonb_build_object(${severity?.id}::text, ${to?.stored}::text)`
        : sql`custom_fields - ${severity?.id}::text`;
    }
  }
  await changeRequest(trx, request, {
    actor: { accountId: persons[by].account.id, isAgent: true },
    at: new Date(at),
    set: columns,
    items,
    event: 'request.changed',
    audience: 'customers',
  });
}

function valueBefore(ticket: Ticket, name: TrackedField, at: string): string | null {
  const earlier = ticket.changes.filter((change) => change.at < at && change.set[name] !== undefined).at(-1);
  if (earlier) return earlier.set[name] ?? null;
  if (name === 'status') return 'Waiting for support';
  if (name === 'priority') return ticket.began.priority ?? 'Medium';
  return name === 'reporter' ? ticket.reporter : (ticket.began[name] ?? null);
}

function shownName(value: string | null, name: TrackedField, persons: Loading['persons']): string | null {
  if (value === null || (name !== 'assignee' && name !== 'reporter')) return value;
  return persons[value as PersonName].account.displayName;
}

/** As the row has it, and as the history does. */
async function idOfValue(
  trx: Database,
  name: TrackedField,
  value: string,
  persons: Loading['persons'],
  severity: MadeField | undefined,
): Promise<{ stored: string; shown: string }> {
  if (name === 'assignee' || name === 'reporter') {
    const { id, accountId } = persons[value as PersonName].account;
    return { stored: id, shown: accountId };
  }
  if (name === 'Severity') {
    const id = severity?.options.get(value) ?? '';
    return { stored: id, shown: id };
  }
  const { id } = await trx.selectFrom(name).select('id').where('name', '=', value).executeTakeFirstOrThrow();
  return { stored: id, shown: id };
}
