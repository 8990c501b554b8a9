/** How the values of a column are drawn. */
export type ColumnKind =
  | 'key'
  | 'summary'
  | 'reporter'
  | 'assignee'
  | 'person'
  | 'people'
  | 'status'
  | 'priority'
  | 'request-type'
  | 'moment'
  | 'day'
  | 'number'
  | 'count'
  | 'link'
  | 'sla'
  | 'document'
  | 'text';

/** A column of a list of requests. */
export interface TableColumn {
  /** of the field: 'status', 'customfield_10001' */
  readonly id: string;
  readonly name: string;
  readonly kind: ColumnKind;
  /** requests can be put into its order */
  readonly canSort: boolean;
}

/** A field as /rest/api/3/field lists it, as far as columns ask. */
export interface FieldFacts {
  readonly id: string;
  readonly name: string;
  readonly orderable?: boolean;
  readonly clauseNames?: readonly string[];
  readonly schema?:
    | {
        readonly type: string;
        readonly items?: string | undefined;
        readonly custom?: string | undefined;
      }
    | undefined;
}

/** How the requests' own fields are drawn. */
const ownKinds = {
  issuekey: 'key',
  summary: 'summary',
  issuetype: 'text',
  requesttype: 'request-type',
  status: 'status',
  priority: 'priority',
  resolution: 'text',
  resolutiondate: 'moment',
  reporter: 'reporter',
  assignee: 'assignee',
  creator: 'person',
  organization: 'text',
  project: 'text',
  created: 'moment',
  updated: 'moment',
  description: 'document',
  watches: 'count',
  votes: 'count',
  comment: 'count',
  worklog: 'count',
  attachment: 'count',
  issuelinks: 'count',
} as const satisfies Record<string, ColumnKind>;

/** The id of a field of the requests' own that lists know a column for. */
export type OwnColumnId = keyof typeof ownKinds;

/** Whether a field is one of the requests' own, whose column lists know without asking. */
export function isOwnColumn(id: string): id is OwnColumnId {
  return Object.hasOwn(ownKinds, id);
}

/** The columns that a list shows when nobody chose others. */
export const defaultColumnIds: readonly string[] = [
  'issuekey',
  'summary',
  'reporter',
  'status',
  'assignee',
  'created',
  'updated',
];

/** What a list needs of each request whatever it shows: to tell what changed, and for what is done from it. */
const alwaysAsked: readonly string[] = ['summary', 'status', 'assignee', 'reporter', 'updated'];

/** The `fields` to ask the server for, so that these columns can be drawn. */
export function fieldsOfColumns(columnIds: readonly string[]): string[] {
  return [...new Set([...columnIds.filter((id) => id !== 'issuekey'), ...alwaysAsked])];
}

/**
 * The columns of these ids, in their order, each once. What is no field any more is left out once `fields` are known; until
 * then custom fields have a column without a name.
 *
 * @param fields what /rest/api/3/field lists; undefined while that is on its way
 * @param ownName what the page calls a field of the requests' own
 */
export function columnsOf(
  ids: readonly string[],
  fields: readonly FieldFacts[] | undefined,
  ownName: (id: OwnColumnId) => string,
): TableColumn[] {
  const known = new Map(fields?.map((field) => [field.id, field]));
  return [...new Set(ids)].flatMap((id): TableColumn[] => {
    const field = known.get(id);
    if (field) return [columnOf(field, ownName)];
    if (isOwnColumn(id)) return [{ id, name: ownName(id), kind: ownKinds[id], canSort: false }];
    return fields ? [] : [{ id, name: '', kind: 'text', canSort: false }];
  });
}

/** The column of a field. */
export function columnOf(field: FieldFacts, ownName: (id: OwnColumnId) => string): TableColumn {
  const { id } = field;
  const canSort = (field.orderable ?? false) && (field.clauseNames?.length ?? 0) > 0;
  return isOwnColumn(id)
    ? { id, name: ownName(id), kind: ownKinds[id], canSort: canSort || id === 'issuekey' }
    : { id, name: field.name, kind: kindOf(field), canSort };
}

/** What fields are called in a query, where their id is no name there. */
const queryNames: Readonly<Record<string, string>> = {
  issuekey: 'key',
  requesttype: '"request type"',
  resolutiondate: 'resolved',
  watches: 'watchers',
  organization: 'organizations',
};

/** What the field of a column is called in a query, as it is written there. */
export function queryNameOf({ id }: Pick<TableColumn, 'id'>): string {
  const custom = /^customfield_(\d+)$/.exec(id)?.[1];
  return custom === undefined ? (queryNames[id] ?? id) : `cf[${custom}]`;
}

/** How values of a custom field are drawn. */
function kindOf({ schema }: FieldFacts): ColumnKind {
  const custom = schema?.custom?.split(':').at(-1);
  if (custom === 'sd-sla-field') return 'sla';
  switch (schema?.type) {
    case 'user':
      return 'person';
    case 'array':
      return schema.items === 'user' ? 'people' : 'text';
    case 'datetime':
      return 'moment';
    case 'date':
      return 'day';
    case 'number':
      return 'number';
    case 'string':
      return custom === 'url' ? 'link' : custom === 'textarea' ? 'document' : 'text';
    default:
      return 'text';
  }
}

const widths: Readonly<Record<ColumnKind, number>> = {
  key: 5.25,
  summary: 12,
  reporter: 9,
  assignee: 8.75,
  person: 8.75,
  people: 10,
  status: 11.75,
  priority: 6.75,
  'request-type': 11,
  moment: 7.5,
  day: 7.5,
  number: 6.5,
  count: 5.5,
  link: 11,
  sla: 8.5,
  document: 14,
  text: 10,
};

/** How wide a column is, in rem; the summary takes what the others leave, and has at least this. */
export function widthOf({ kind }: TableColumn, longestKey: number): number {
  return kind === 'key' ? Math.max(widths.key, 1.5 + longestKey * 0.52) : widths[kind];
}
