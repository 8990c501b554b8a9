import type { Field } from '@atlaskit/jql-ast';
import { askedName } from './asked-name.ts';
import type { JqlContext } from './context.ts';
import type { JqlField } from './field.ts';
import { jqlFields } from './fields.ts';
import { refuseJql } from './problems.ts';
import { propertyField, propertyFieldName } from './property-field.ts';
import { closestTo, quoted } from './suggest.ts';

let byName: ReadonlyMap<string, JqlField> | undefined;

/** The fields that every query knows, by each of their names. */
function ownFields(): ReadonlyMap<string, JqlField> {
  byName ??= new Map(jqlFields.flatMap((field) => field.names.map((name) => [name, field] as const)));
  return byName;
}

/** Whether every query knows a field of this name, in lower case. */
export function isOwnFieldName(name: string): boolean {
  return ownFields().has(name);
}

/**
 * The field that is asked for; several, where several custom fields of one kind have the name.
 * @throws RefusedJql when there is none that the person may know of
 */
export function fieldsNamed(asked: Field, context: JqlContext): readonly JqlField[] {
  return fieldsAsMade(asked, context).map((field) => field.inContext?.(context) ?? field);
}

function fieldsAsMade(asked: Field, { fields = [] }: JqlContext): readonly JqlField[] {
  const name = askedName(asked);
  const own = ownFields().get(name);
  if (own) return [own];
  if (name === propertyFieldName) return [propertyField(asked)];
  const found = fields.filter(({ names }) => names.includes(name));
  if (found.length === 0) {
    const known = [...jqlFields, ...fields].flatMap(({ names, clauseNames }) => clauseNames ?? names);
    const meant = closestTo(name, known);
    throw refuseJql(
      `Field '${asked.value}' does not exist or you do not have permission to view it.`,
      asked.position,
      meant === undefined ? undefined : quoted(meant),
    );
  }
  if (new Set(found.map(({ kind, types }) => `${kind} ${types.join()}`)).size > 1) {
    const ids = found.map(({ cfid }) => `cf[${cfid}]`).join(' or ');
    throw refuseJql(`Several fields are named '${asked.value}'. Say which one: ${ids}.`, asked.position);
  }
  return found;
}
