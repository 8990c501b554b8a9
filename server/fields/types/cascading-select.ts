import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { JsonValue } from '../../platform/database/schema.ts';
import { customSchema, type Field, type FieldCondition, type FieldType, isEmpty } from '../field.ts';
import { offeredOptions, optionJson, optionOf, optionsNamed, readChoice } from './options.ts';
import { optionPosition } from './select.ts';
import { anyOf, nothingStored } from './stored.ts';

/** An option, and one of those under it: stored as {"id": …, "child": …}, child null where none was chosen. */
export const cascadingSelectField: FieldType = {
  settings: [],
  options: 'tree',
  read(input, field) {
    const parent = readChoice(input, field);
    if ('problem' in parent) return parent;
    if (parent.id === null) return { value: null };
    const { child } = input as { child?: unknown };
    if (isEmpty(child)) return { value: { id: parent.id, child: null } };
    if (offeredOptions(field, parent.id).length === 0) {
      return {
        problem: `"${optionOf(parent.id, field)?.value}" has no options under it: leave "child" out.`,
      };
    }
    const under = readChoice(child, field, parent.id);
    return 'problem' in under ? under : { value: { id: parent.id, child: under.id } };
  },
  jiraSchema: (field) => ({ type: 'option-with-child', ...customSchema(field, 'cascadingselect') }),
  serviceDeskValue: withChild,
  issueValue: withChild,
  display: (stored, field) => {
    const { id, child } = pair(stored);
    return [id, child].flatMap((each) => optionOf(each, field)?.value ?? []).join(' – ');
  },
  query: (stored, field, holds) => {
    const id: RawBuilder<string | null> = sql`(${stored} ->> 'id')`;
    const child: RawBuilder<string | null> = sql`(${stored} ->> 'child')`;
    return {
      kind: 'reference',
      operators: ['=', '!=', 'in', 'not in', 'is', 'is not'],
      column: id,
      is: (value) => {
        const ids = optionsNamed(value, field);
        return anyOf(ids.flatMap((each) => [holds({ id: each }), holds({ child: each })]));
      },
      isPair: (parent, under) => pairIs(stored, field, parent, under),
      sortBy: [optionPosition(id, field), optionPosition(child, field)],
      isEmpty: nothingStored(stored),
    };
  },
};

/** Null: there are no such options. */
function pairIs(
  stored: RawBuilder<JsonValue | null>,
  field: Field<string>,
  parent: string,
  under: string | null | undefined,
): FieldCondition | null {
  const parents = optionsNamed(parent, field);
  const isParent = sql<SqlBool>`(${stored} ->> 'id') = any(${parents}::text[])`;
  if (parents.length === 0) return null;
  if (under === undefined) return isParent;
  const child = sql`(${stored} ->> 'child')`;
  if (under === null) return sql`(${isParent} and ${child} is null)`;
  const children = optionsNamed(under, field).filter((id) =>
    parents.includes(optionOf(id, field)?.parentId ?? ''),
  );
  return children.length === 0 ? null : sql`(${isParent} and ${child} = any(${children}::text[]))`;
}

function pair(stored: JsonValue): { id?: unknown; child?: unknown } {
  return stored !== null && typeof stored === 'object' && !Array.isArray(stored) ? stored : {};
}

function withChild(stored: JsonValue, field: Field<string>): JsonValue {
  const { id, child } = pair(stored);
  const parent = optionJson(id, field);
  if (!parent) return null;
  const under = optionJson(child, field);
  return { ...parent, ...(under && { child: under }) };
}
