import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type AdfNode, cleanText, readRichText, textFromAdf } from '../../platform/formats/rich-text.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { type Actor, accountSeesRequest, accountServesRequest } from '../access-rules.ts';
import { accountIdPattern } from '../addresses.ts';

/** What somebody wants to say about a request, and to whom. */
export interface GivenBody {
  readonly requestId: string;
  readonly actor: Actor;
  /** plain text, or rich text in ADF as a client sends it */
  readonly body: string | AdfNode;
  /** false: an internal note, for agents only */
  readonly isPublic: boolean;
  /** names it in the body of the HTTP request; default `body` */
  readonly field?: string;
  /** accountIds that were mentioned in what it takes the place of: they may stay, whatever they may see now */
  readonly mentionedBefore?: ReadonlySet<string>;
}

/** What is stored of it. */
export interface ReadBody {
  readonly adf: AdfNode;
  /** the same as plain text */
  readonly text: string;
  /** account.id of those who are mentioned, each once */
  readonly mentioned: readonly string[];
}

const maxMentions = 50;
const accountIdForm = new RegExp(accountIdPattern);

/**
 * Reads the body of a comment. People can be mentioned who may read it: agents of the desk, and unless it is an internal note
 * whoever else sees the request. They are called by their names, whatever the document calls them.
 *
 * @returns null when it says nothing
 * @throws Invalid naming the field
 */
export async function readCommentBody(db: Database, given: GivenBody): Promise<ReadBody | null> {
  const { body, field = 'body' } = given;
  const read = readRichText(body, field);
  if (!read) return null;
  const mentions = new Set(mentionsIn(read.document));
  if (mentions.size === 0) return { adf: read.document, text: cleanText(read.text), mentioned: [] };
  const people = await mentionable(db, given, mentions);
  const named = callByName(
    read.document,
    new Map([...people].map(([accountId, { name }]) => [accountId, name])),
  );
  return {
    adf: named,
    text: cleanText(textFromAdf(named)),
    mentioned: [...people.values()].map(({ id }) => id),
  };
}

/** The accountIds that are mentioned in a document. */
export function mentionsIn(node: AdfNode): string[] {
  const id = node.type === 'mention' ? node.attrs?.['id'] : undefined;
  return [...(typeof id === 'string' ? [id] : []), ...(node.content ?? []).flatMap(mentionsIn)];
}

async function mentionable(
  db: Database,
  { requestId, actor, isPublic, field = 'body', mentionedBefore }: GivenBody,
  mentions: ReadonlySet<string>,
): Promise<Map<string, { id: string; name: string }>> {
  // names of agents are not to be had by mentioning whom one likes
  if (!actor.isAgent) throw Invalid.fields({ [field]: 'Only agents can mention people.' });
  if (mentions.size > maxMentions) {
    throw Invalid.fields({ [field]: `Mention at most ${maxMentions} people in one text.` });
  }
  const ids = [...mentions].filter((id) => accountIdForm.test(id));
  const rows = await db
    .selectFrom(['account', 'request'])
    .select(['account.id', 'account.account_id as accountId', 'account.display_name as name'])
    .select((isPublic ? accountSeesRequest : accountServesRequest).as('mayRead'))
    .where('request.id', '=', requestId)
    .where('account.account_id', '=', sql<string>`any(${ids}::text[])`)
    .where('account.is_active', '=', true)
    .execute();
  const people = new Map(rows.map((row) => [row.accountId, row]));
  for (const accountId of mentions) {
    const person = people.get(accountId);
    if (person?.mayRead || mentionedBefore?.has(accountId)) continue;
    throw Invalid.fields({
      [field]: isPublic
        ? 'You can mention people who may see this request. Somebody who is mentioned here may not.'
        : 'You can mention agents of this service desk in an internal note. Somebody who is mentioned here is none.',
    });
  }
  return people;
}

function callByName(node: AdfNode, names: ReadonlyMap<string, string>): AdfNode {
  if (node.type === 'mention') {
    const name = names.get(String(node.attrs?.['id']));
    return name === undefined ? node : { ...node, attrs: { ...node.attrs, text: `@${name}` } };
  }
  return node.content ? { ...node, content: node.content.map((child) => callByName(child, names)) } : node;
}
