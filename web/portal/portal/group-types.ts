interface Group {
  readonly id: string;
  readonly name: string;
}

/** Request types under their groups, in the order of both; those without a group come last, under none. */
export function groupTypes<Type extends { readonly groupIds: readonly string[] }>(
  groups: readonly Group[],
  types: readonly Type[],
): { group: Group | null; types: Type[] }[] {
  const known = new Set(groups.map((group) => group.id));
  const grouped = groups.map((group) => ({
    group: group as Group | null,
    types: types.filter((type) => type.groupIds.includes(group.id)),
  }));
  const others = types.filter((type) => !type.groupIds.some((id) => known.has(id)));
  return [...grouped, { group: null, types: others }].filter((entry) => entry.types.length > 0);
}
