import { Type } from 'typebox';
import { Invalid } from '../../platform/http/errors.ts';
import { maxJqlLength } from '../jql/size-limits.ts';

const maxName = Type.String({ maxLength: 4000 });
/** Names apart by commas, or one by one. */
const names = Type.Optional(Type.Union([maxName, Type.Array(maxName, { maxItems: 500 })]));

/** A query. A longer one than can be read is refused with words, where it is read. */
export const jqlSchema = Type.String({
  maxLength: 10 * maxJqlLength,
  default: '',
  description: 'JQL; empty: everything, newest first',
});

const common = {
  jql: jqlSchema,
  maxResults: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: 50,
    description: 'Most issues to show; more than 100, or 1000 ids and keys, are not given at once',
  }),
  fields: names,
  expand: names,
  properties: names,
  fieldsByKeys: Type.Optional(Type.Boolean({ description: 'Ids and keys of fields are the same here' })),
};

/** What a search by page number takes. */
export const searchProperties = {
  ...common,
  startAt: Type.Integer({ minimum: 0, maximum: 2_000_000_000, default: 0 }),
  validateQuery: Type.Optional(
    Type.Union([
      Type.Enum(['strict', 'warn', 'none', 'true', 'false'], {
        description: 'strict: names that do not exist are refused; warn: they are told of; none: neither',
      }),
      Type.Boolean(),
    ]),
  ),
};

/** What a search takes that reads on from where one stands. */
export const readOnProperties = {
  ...common,
  nextPageToken: Type.Optional(Type.String({ maxLength: 100_000, description: 'Of the last answer' })),
  failFast: Type.Optional(Type.Boolean()),
  reconcileIssues: Type.Optional(
    Type.Array(Type.Union([Type.Integer(), Type.String({ maxLength: 20 })]), {
      maxItems: 50,
      description: 'What was changed is always found here',
    }),
  ),
};

/** How strictly a query is looked at. */
export type Strictness = 'strict' | 'warn' | 'none';

/** Reads it; Jira also takes what it once was. */
export function strictnessOf(given: string | boolean | undefined): Strictness {
  if (given === 'warn' || given === 'none') return given;
  return given === false || given === 'false' ? 'warn' : 'strict';
}

const mostShown = 100;
const mostIds = 1000;

/** How many issues are given at once: more where nothing is shown of them but what they are called. */
export function limitOf(maxResults: number, fields: readonly string[]): number {
  const isIdsOnly = fields.every((name) => name === 'id' || name === 'key' || name === 'issuekey');
  return Math.min(maxResults, isIdsOnly ? mostIds : mostShown);
}

/** The names of fields that were asked for, or what is shown where none were. */
export function fieldsOf(given: string | readonly string[] | undefined, usual: string): string[] {
  const named = [given ?? []].flat().flatMap((part) => part.split(','));
  const fields = named.map((name) => name.trim()).filter((name) => name !== '');
  return fields.length === 0 ? [usual] : fields;
}

const mostProperties = 5;

/**
 * The keys of properties that were asked for.
 * @throws Invalid when they are too many
 */
export function propertiesOf(given: string | readonly string[] | undefined): string[] {
  const keys = [given ?? []].flat().flatMap((part) => part.split(','));
  const wanted = [...new Set(keys.map((key) => key.trim()).filter((key) => key !== ''))];
  if (wanted.length <= mostProperties) return wanted;
  throw new Invalid(`At most ${mostProperties} properties can be shown with each issue.`);
}
