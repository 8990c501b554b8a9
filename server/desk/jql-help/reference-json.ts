import { RESERVED_WORDS } from '@atlaskit/jql-ast';
import { type Static, Type } from 'typebox';
import type { JqlField } from '../jql/field.ts';
import type { JqlFunction } from '../jql/functions/function.ts';
import { quoted } from '../jql/suggest.ts';

const word = Type.Enum(['true', 'false']);

/** What queries can be made of, as api/3 shows it (JQLReferenceData): yes and no are words there. */
export const referenceSchema = Type.Object(
  {
    visibleFieldNames: Type.Array(
      Type.Object({
        value: Type.String({ description: 'As it is written in a query' }),
        displayName: Type.String(),
        orderable: word,
        searchable: word,
        auto: Type.Optional(word),
        cfid: Type.Optional(Type.String()),
        operators: Type.Array(Type.String()),
        types: Type.Array(Type.String()),
        _portico: Type.Object({
          kind: Type.String(),
          suggest: Type.Optional(Type.String({ description: 'What its values are' })),
          names: Type.Array(Type.String({ description: 'What it is also called, in lower case' })),
        }),
      }),
    ),
    visibleFunctionNames: Type.Array(
      Type.Object({
        value: Type.String(),
        displayName: Type.String(),
        isList: Type.Optional(word),
        supportsListAndSingleValueOperators: Type.Optional(word),
        types: Type.Array(Type.String()),
        _portico: Type.Object({
          name: Type.String(),
          arguments: Type.Array(Type.String({ description: 'In words' })),
        }),
      }),
    ),
    jqlReservedWords: Type.Array(Type.String()),
  },
  { title: 'JQLReferenceData' },
);

type Reference = Static<typeof referenceSchema>;

/** Shows what queries can be made of. */
export function referenceJson(fields: readonly JqlField[], functions: readonly JqlFunction[]): Reference {
  const counts = new Map<string, number>();
  for (const { names } of fields) counts.set(names[0] ?? '', (counts.get(names[0] ?? '') ?? 0) + 1);
  return {
    visibleFieldNames: fields.map((field) => fieldJson(field, (counts.get(field.names[0] ?? '') ?? 0) === 1)),
    visibleFunctionNames: functions.map(functionJson),
    jqlReservedWords: [...RESERVED_WORDS].toSorted(),
  };
}

/** How a field is written in a query: by its name, unless another one has it too. */
function writtenAs({ names, clauseNames, cfid }: JqlField, isAlone: boolean): string {
  if (cfid !== undefined && !isAlone) return `cf[${cfid}]`;
  return quoted(clauseNames?.[0] ?? names[0] ?? '');
}

function fieldJson(field: JqlField, isAlone: boolean): Reference['visibleFieldNames'][number] {
  const { displayName, cfid, operators, types, suggest, kind, names, sortBy, isSortOnly } = field;
  return {
    value: writtenAs(field, isAlone),
    displayName: cfid === undefined ? displayName : `${displayName} - cf[${cfid}]`,
    orderable: sortBy ? 'true' : 'false',
    searchable: isSortOnly ? 'false' : 'true',
    ...(suggest && { auto: 'true' }),
    ...(cfid !== undefined && { cfid: `cf[${cfid}]` }),
    operators: [...operators],
    types: [...types],
    _portico: { kind, ...(suggest && { suggest }), names: [...names] },
  };
}

function functionJson({
  name,
  isList,
  types,
  takes: [least],
  argumentNames,
}: JqlFunction): Reference['visibleFunctionNames'][number] {
  return {
    // As in Jira, with what it must be given to be filled in.
    value: `${name}(${Array.from({ length: least }, () => '""').join(', ')})`,
    displayName: `${name}(${argumentNames.join(', ')})`,
    ...(isList && { isList: 'true' }),
    types: [...types],
    _portico: { name, arguments: [...argumentNames] },
  };
}
