import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { type ChangeItem, noteBesideRequest, requireLocked } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import { deleteLink, insertLink, type Link, type LinkType } from './store.ts';

/** Who links what. */
export interface LinkAct extends Omit<Link, 'id'> {
  readonly actor: Actor;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/**
 * Links a request, the source, to another. Nothing happens when they are linked so already. Both tell of it in their history.
 *
 * @throws Invalid when a request shall be linked to itself
 * @throws NotFound when there is no such request
 */
export async function linkRequests(trx: Database, act: LinkAct): Promise<void> {
  if (act.sourceId === act.destinationId) {
    throw new Invalid('A request cannot be linked to itself: name two.');
  }
  const ends = await lockBoth(trx, act);
  if (!(await insertLink(trx, act))) return;
  await noteOnBoth(trx, act, ends, (words, key) => ({
    ...item,
    from: null,
    fromString: null,
    to: key,
    toString: words,
  }));
}

/**
 * Takes a link away. Both requests tell of it in their history.
 *
 * @throws NotFound when there is no such request
 */
export async function unlinkRequests(trx: Database, act: LinkAct & { readonly id: string }): Promise<void> {
  const ends = await lockBoth(trx, act);
  await deleteLink(trx, act.id);
  await noteOnBoth(trx, act, ends, (fromString, from) => ({
    ...item,
    from,
    fromString,
    to: null,
    toString: null,
  }));
}

const item = { field: 'Link', fieldId: 'issuelinks', fieldtype: 'jira' } as const;

interface Ends {
  readonly source: LockedRequest;
  readonly destination: LockedRequest;
}

/** In the order of their ids, so that two at once do not wait for each other. */
async function lockBoth(trx: Database, { sourceId, destinationId }: LinkAct): Promise<Ends> {
  const sourceIsFirst = BigInt(sourceId) < BigInt(destinationId);
  const first = await requireLocked(trx, sourceIsFirst ? sourceId : destinationId);
  const second = await requireLocked(trx, sourceIsFirst ? destinationId : sourceId);
  return sourceIsFirst ? { source: first, destination: second } : { source: second, destination: first };
}

async function noteOnBoth(
  trx: Database,
  { type, actor, at = new Date() }: LinkAct,
  { source, destination }: Ends,
  itemOf: (words: string, key: string) => ChangeItem,
): Promise<void> {
  const note = { actor, at, event: 'request.changed', audience: 'agents' } as const;
  const words = (end: keyof LinkType, key: string) => `This issue ${type[end]} ${key}`;
  // Customers are not shown what their request is linked to.
  await noteBesideRequest(trx, source, {
    ...note,
    items: [itemOf(words('outward', destination.key), destination.key)],
  });
  await noteBesideRequest(trx, destination, {
    ...note,
    items: [itemOf(words('inward', source.key), source.key)],
  });
}
