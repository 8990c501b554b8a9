import type { Field } from '@atlaskit/jql-ast';

/**
 * The name that a query calls a field by, in lower case. Without quotes, `Size[Dropdown]` is read as a field with a property; it is
 * the same field as `"Size[Dropdown]"`.
 */
export function askedName(field: Field): string {
  const name = field.value.toLowerCase();
  if (name.endsWith('.property')) return name;
  const kinds = (field.properties ?? []).map(({ key }) => `[${key?.value ?? ''}]`).join('');
  return `${name}${kinds.toLowerCase()}`;
}
