/** A value with its place in the form. */
interface Placed {
  readonly section: { readonly id: string; readonly title: string } | null;
}

/** Values that stand together: those of a section, or those between two. */
export interface ValuePart<Value> {
  readonly section: Placed['section'];
  readonly values: readonly Value[];
}

/** The values by the sections of the form, in its order. */
export function bySection<Value extends Placed>(values: readonly Value[]): ValuePart<Value>[] {
  const parts: { section: Placed['section']; values: Value[] }[] = [];
  for (const value of values) {
    const last = parts.at(-1);
    if (last && last.section?.id === value.section?.id) last.values.push(value);
    else parts.push({ section: value.section, values: [value] });
  }
  return parts;
}
