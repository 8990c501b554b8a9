interface Group {
  readonly id: string;
  readonly name: string;
}

interface Type {
  readonly id: string;
  readonly name: string;
  readonly groupIds: readonly string[];
}

interface Choices {
  readonly group: string;
  readonly items: { readonly value: string; readonly label: string }[];
}

/**
 * Request types as the choices of a list, under the first group that each is in, in the order of both; those without a group
 * come last, under `others`.
 */
export function typeChoices(
  groups: readonly Group[],
  types: readonly Type[],
  others: string,
): readonly Choices[] {
  const groupOf = (type: Type) => groups.find(({ id }) => type.groupIds.includes(id));
  return [...groups, null]
    .map((group) => ({
      group: group?.name ?? others,
      items: types
        .filter((type) => (groupOf(type)?.id ?? null) === (group?.id ?? null))
        .map(({ id, name }) => ({ value: id, label: name })),
    }))
    .filter(({ items }) => items.length > 0);
}
