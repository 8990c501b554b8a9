import { sql } from 'kysely';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { Forbidden, Invalid, NotFound } from '../../platform/http/errors.ts';
import { isAgentOfAnyDesk, type Person } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import { checkJql } from '../jql/check.ts';
import { sharesFiltersByDefault } from './preferences.ts';
import { clearShares, insertShares, readShare, type ShareInput } from './shares.ts';
import {
  countFiltersOf,
  deleteFilterRow,
  type Filter,
  filterOf,
  hasFilterNamed,
  insertFilter,
  keepStar,
  updateFilter,
} from './store.ts';

export const maxNameLength = 255;
export const maxDescriptionLength = 4000;
const maxFilters = 1000;

/** What of a filter can be given; what is not given stays. */
export interface FilterInput {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly jql?: string | undefined;
  readonly favourite?: boolean | undefined;
  readonly sharePermissions?: readonly ShareInput[] | undefined;
  readonly editPermissions?: readonly ShareInput[] | undefined;
}

/** What is said of filters that do not exist, and of those that are not shared with the person. */
export function noSuchFilter(): NotFound {
  return new NotFound(
    'The selected filter is not available to you, perhaps it has been deleted or had its permissions changed.',
  );
}

/**
 * The filter, for whoever may use it; with `overrides`, for administrators whoever it is shared with.
 * @throws NotFound for everyone else
 */
export async function requireFilter(
  db: Database,
  person: Person,
  id: string,
  { overrides = false }: { overrides?: boolean | undefined } = {},
): Promise<Filter> {
  const anyones = overrides && person.isAdministrator;
  const filter = isId(id) ? await filterOf(db, person, id, { anyones }) : null;
  if (!filter) throw noSuchFilter();
  return filter;
}

/**
 * The filter, for whoever may change it.
 * @throws NotFound, Forbidden for whoever may only use it
 */
export async function requireWritableFilter(
  db: Database,
  person: Person,
  id: string,
  options: { overrides?: boolean | undefined } = {},
): Promise<Filter> {
  const filter = await requireFilter(db, person, id, options);
  if (filter.isWritable || (options.overrides && person.isAdministrator)) return filter;
  throw new Forbidden('Only its owner, and those whom the owner lets, may change this filter.');
}

/**
 * Saves a query for the person.
 *
 * @returns its id
 * @throws Invalid with a message per field
 */
export async function createFilter(trx: Database, viewer: Viewer, input: FilterInput): Promise<string> {
  const content = {
    name: await readName(trx, viewer.id, input.name ?? '', null),
    description: readDescription(input.description ?? ''),
    jql: await readQuery(trx, viewer, input.jql ?? ''),
  };
  if ((await countFiltersOf(trx, viewer.id)) >= maxFilters) {
    throw new Invalid(`You have ${maxFilters} filters. Delete some that you no longer need.`);
  }
  const id = await insertFilter(trx, viewer.id, content);
  const isShared = input.sharePermissions === undefined && (await sharesFiltersByDefault(trx, viewer.id));
  const sharePermissions = isShared ? [{ type: 'authenticated' }] : input.sharePermissions;
  await share(trx, viewer, id, { ...input, sharePermissions });
  if (input.favourite) await keepStar(trx, { accountId: viewer.id, filterId: id }, true);
  return id;
}

/**
 * Changes what is given of a filter, which the person may change.
 * @throws Invalid with a message per field
 */
export async function changeFilter(
  trx: Database,
  viewer: Viewer,
  filter: Filter,
  input: FilterInput,
): Promise<void> {
  const { name, description, jql, favourite } = input;
  const changes = {
    ...(name !== undefined && { name: await readName(trx, filter.ownerId, name, filter.id) }),
    ...(description !== undefined && { description: readDescription(description) }),
    ...(jql !== undefined && { jql: await readQuery(trx, viewer, jql) }),
  };
  if (Object.keys(changes).length > 0) await updateFilter(trx, filter.id, changes);
  await share(trx, viewer, filter.id, input);
  if (favourite !== undefined) {
    await keepStar(trx, { accountId: viewer.id, filterId: filter.id }, favourite);
  }
}

/**
 * Deletes a filter: its owner, and administrators.
 * @throws Forbidden for everyone else
 */
export async function deleteFilter(trx: Database, person: Person, filter: Filter): Promise<void> {
  requireOwner(person, filter, 'delete this filter');
  await deleteFilterRow(trx, filter.id);
}

/**
 * Gives a filter to somebody else who works here: its owner, and administrators.
 * @throws Forbidden for everyone else
 * @throws Invalid when there is no such person, or they have a filter of that name
 */
export async function giveFilter(
  trx: Database,
  person: Person,
  filter: Filter,
  accountId: string,
): Promise<void> {
  requireOwner(person, filter, 'give this filter away');
  const owner = await trx
    .selectFrom('account')
    .select('id')
    .where('account_id', '=', accountId)
    .where('is_active', '=', true)
    .where((eb) => eb.or([eb('is_administrator', '=', true), isAgentOfAnyDesk(eb)]))
    // One name at a time, as where filters are named.
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!owner) throw new Invalid('Filters belong to people who work here. Name one by accountId.');
  if (await hasFilterNamed(trx, owner.id, filter.name, filter.id)) {
    throw new Invalid('The new owner has a filter of this name. Rename one of the two first.');
  }
  await updateFilter(trx, filter.id, { owner_id: owner.id });
}

function requireOwner(person: Person, { ownerId }: Filter, act: string): void {
  if (person.isAdministrator || ownerId === person.id) return;
  throw new Forbidden(`Only its owner and administrators may ${act}.`);
}

async function share(
  trx: Database,
  person: Person,
  id: string,
  { sharePermissions, editPermissions }: FilterInput,
): Promise<void> {
  for (const [permissions, mayEdit] of [
    [sharePermissions, false],
    [editPermissions, true],
  ] as const) {
    if (permissions === undefined) continue;
    // Whoever does not know of a project sends back that there is one, and leaves it shared with it.
    const isUnknown = ({ type }: ShareInput) => type === 'project-unknown';
    const keptIds = permissions.filter(isUnknown).map((permission) => String(permission.id ?? ''));
    const shares = [];
    for (const permission of permissions) {
      if (!isUnknown(permission)) shares.push(await readShare(trx, person, permission, mayEdit));
    }
    await clearShares(trx, id, mayEdit, keptIds.filter(isId));
    await insertShares(trx, id, shares);
  }
}

async function readName(
  trx: Database,
  ownerId: string | null,
  given: string,
  exceptId: string | null,
): Promise<string> {
  const name = cleanLine(given);
  if (name === '') throw Invalid.fields({ name: 'Give the filter a name.' });
  if (name.length > maxNameLength) {
    throw Invalid.fields({ name: `The name can have at most ${maxNameLength} characters.` });
  }
  // One name at a time: of two filters that are saved at once, the second sees the first.
  await sql`select from account where id = ${ownerId} for no key update`.execute(trx);
  if (ownerId !== null && (await hasFilterNamed(trx, ownerId, name, exceptId))) {
    throw Invalid.fields({ name: 'Filter with same name already exists.' });
  }
  return name;
}

function readDescription(given: string): string {
  const description = given.trim().replaceAll('\0', '');
  if (description.length <= maxDescriptionLength) return description;
  throw Invalid.fields({
    description: `The description can have at most ${maxDescriptionLength} characters.`,
  });
}

async function readQuery(trx: Database, viewer: Viewer, jql: string): Promise<string> {
  const { errors, warnings } = await checkJql(trx, viewer, jql);
  const problems = [...errors, ...warnings];
  if (problems.length > 0) throw Invalid.fields({ jql: problems.map(({ message }) => message).join(' ') });
  return jql.trim();
}
