import { Type } from 'typebox';

const list = Type.String({ maxLength: 4000 });

/** The `fields` of api/3: names apart by commas, or the parameter several times. */
export const fieldsQuerySchema = Type.Optional(
  Type.Union([list, Type.Array(list, { maxItems: 500 })], {
    description:
      'Which fields to show, apart by commas: ids, *all, *navigable, or -id for all but that one; default all',
  }),
);

/** Which fields of an issue were asked for. */
export interface WantedFields {
  /** nothing was left out */
  readonly isEverything: boolean;
  /** all but what was left out by name */
  readonly wantsAll: boolean;
  /** may have custom fields among them */
  readonly wantsCustom: boolean;
  has(key: string): boolean;
}

/** Fields that Jira shows on an issue alone, and not in lists. */
const notNavigable = new Set(['comment', 'attachment', 'worklog']);

/** Reads the `fields` of api/3. Unknown names are left to be ignored, as Jira does. */
export function wantedFields(given: string | readonly string[] | undefined): WantedFields {
  const names = (typeof given === 'string' ? [given] : (given ?? []))
    .flatMap((part) => part.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const without = new Set(names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const named = new Set(names.filter((name) => !name.startsWith('-')));
  const wantsAll = named.size === 0 || named.has('*all');
  const wantsNavigable = named.has('*navigable');
  return {
    isEverything: wantsAll && without.size === 0,
    wantsAll,
    wantsCustom: wantsAll || wantsNavigable || [...named].some((name) => name.startsWith('customfield_')),
    has: (key) =>
      !without.has(key) && (wantsAll || named.has(key) || (wantsNavigable && !notNavigable.has(key))),
  };
}
