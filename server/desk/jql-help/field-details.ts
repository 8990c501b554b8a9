import type { JqlField } from '../jql/field.ts';

/** What api/3 lists of a field that queries may name. */
interface FieldDetails {
  readonly id: string;
  readonly clauseNames: string[];
  readonly orderable: boolean;
  readonly searchable: boolean;
  readonly navigable: boolean;
}

/** What fields are called in queries where it is neither their id nor their name. */
const otherNames: Readonly<Record<string, string>> = {
  watches: 'watchers',
  issuelinks: 'issuelinktype',
  worklog: 'worklogcomment',
};

/** Fields that Jira shows on an issue alone, and not as columns. */
const notColumns = new Set(['comment', 'attachment', 'worklog']);

/** Says of fields whether and by which names queries ask for them, and whether they can be sorted by them. */
export function withQueries<Field extends FieldDetails>(
  fields: readonly Field[],
  known: readonly JqlField[],
): Field[] {
  const byCustomId = new Map<string, JqlField>(
    known.flatMap((field) =>
      field.cfid === undefined ? [] : [[`customfield_${field.cfid}`, field] as const],
    ),
  );
  return fields.map((field) => {
    const name = otherNames[field.id] ?? field.id;
    const query =
      byCustomId.get(field.id) ?? known.find(({ cfid, names }) => cfid === undefined && names.includes(name));
    return {
      ...field,
      clauseNames: query && !query.isSortOnly ? [...(query.clauseNames ?? query.names)] : [],
      orderable: query?.sortBy !== undefined,
      searchable: query !== undefined && !query.isSortOnly,
      navigable: !notColumns.has(field.id),
    };
  });
}
