import type { Argument } from '@atlaskit/jql-ast';
import { type RawBuilder, sql } from 'kysely';
import { type Person, requestsServedBy } from '../../access-rules.ts';
import { requestAddress } from '../../addresses.ts';
import type { JqlContext } from '../context.ts';
import { jqlTypes } from '../field.ts';
import { linkTypesNamed } from '../link-types.ts';
import { momentOf } from '../moments.ts';
import { accountsNamed } from '../people.ts';
import { refuseJql } from '../problems.ts';
import { viewerOf } from '../viewer-of.ts';
import type { FunctionUse, JqlFunction } from './function.ts';

const issues = { isList: true, types: [jqlTypes.issue] } as const;

function ofMine(name: string, table: 'request_watcher' | 'request_vote'): JqlFunction {
  return {
    name,
    ...issues,
    takes: [0, 0],
    argumentNames: [],
    compile: ({ context }) => ({
      requests: sql`select mine.request_id from ${sql.table(table)} mine where mine.account_id = ${context.viewerId}::bigint`,
    }),
  };
}

/** What whoever asks watches. */
export const watchedIssues = ofMine('watchedIssues', 'request_watcher');

/** What whoever asks voted for. */
export const votedIssues = ofMine('votedIssues', 'request_vote');

/** What whoever asks has opened last: 50, as in Jira. */
export const issueHistory: JqlFunction = {
  name: 'issueHistory',
  ...issues,
  takes: [0, 0],
  argumentNames: [],
  compile: ({ context }) => ({
    requests: sql`select seen.request_id from request_view seen where seen.account_id = ${context.viewerId}::bigint
      order by seen.viewed_at desc limit 50`,
  }),
};

/** Of requests: the one at this key or id, if whoever asks works on it. */
function requestAt(argument: Argument | undefined, person: Person): RawBuilder<unknown> {
  const address = requestAddress(argument?.value.trim() ?? '');
  const isThere = address
    ? 'id' in address
      ? sql`request.id = ${address.id}`
      : sql`request.key = ${address.key}`
    : sql`false`;
  return sql`select request.id from request where ${isThere} and ${requestsServedBy(person)}`;
}

/** What is linked with a request, in one way ("is blocked by", as it is said of that request) or in any. */
export const linkedIssues: JqlFunction = {
  name: 'linkedIssues',
  ...issues,
  takes: [1, 20],
  argumentNames: ['issue', 'link type'],
  compile({ arguments: [issue, ...types], context }) {
    const from = requestAt(issue, viewerOf(context));
    const words = types.map(({ value }) => value);
    const isType = (side: 'outward' | 'inward') =>
      words.length === 0 ? sql`true` : sql`link.type_id = any(array(${linkTypesNamed(side, words)}))`;
    return {
      requests: sql`
        select link.destination_id from request_link link where link.source_id = (${from}) and ${isType('outward')}
        union select link.source_id from request_link link where link.destination_id = (${from}) and ${isType('inward')}`,
    };
  },
  exists: ({ arguments: [issue] }, person) => ({
    is: sql`exists(${requestAt(issue, person)})`,
    message: `Issue '${issue?.value ?? ''}' could not be found in function 'linkedIssues'.`,
  }),
};

/** What somebody raised, changed or commented on, at any time or between two. */
export const updatedBy: JqlFunction = {
  name: 'updatedBy',
  ...issues,
  takes: [1, 3],
  argumentNames: ['user', 'from', 'to'],
  compile(use) {
    const {
      arguments: [who, from, to],
      context,
    } = use;
    const account = sql`any(array(${whoever(who, context)}))`;
    const span = (column: string) => {
      const at = sql.ref(column);
      const after = from ? sql` and ${at} >= ${pointIn(use, from)}::timestamptz` : sql``;
      const before = to ? sql` and ${at} <= ${pointIn(use, to)}::timestamptz` : sql``;
      return sql`${after}${before}`;
    };
    return {
      requests: sql`
        select c.request_id from changelog c where c.author_id = ${account}${span('c.created_at')}
        union select c.request_id from comment c where c.author_id = ${account}${span('c.created_at')}
        union select c.request_id from comment c where c.updated_by = ${account}${span('c.updated_at')}
        union select r.id from request r where r.creator_id = ${account}${span('r.created_at')}
        union select r.id from request r where r.reporter_id = ${account} and r.creator_id is null${span('r.created_at')}`,
    };
  },
  exists: ({ arguments: [who] }) => ({
    is: sql`exists(${accountsNamed(who?.value ?? '')})`,
    message: `User '${who?.value ?? ''}' does not exist.`,
  }),
};

/** `currentUser()` cannot stand in another function, as in Jira; the word alone does here. */
function whoever(who: Argument | undefined, context: JqlContext): RawBuilder<unknown> {
  const name = who?.value ?? '';
  return name.toLowerCase() === 'currentuser' ? sql`select ${context.viewerId}::bigint` : accountsNamed(name);
}

function pointIn({ context, operand }: FunctionUse, argument: Argument): Date {
  const date = momentOf(argument.value, context.now, context.timeZone);
  if (date) return date;
  throw refuseJql(
    `Date value '${argument.value}' for function '${operand.function.value}' is invalid. Valid formats include: 'yyyy/MM/dd', ` +
      `'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    argument.position,
  );
}
