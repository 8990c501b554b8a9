/** The request's own description, which the page shows as the first message; null when there is none. */
export function descriptionOf({
  requestFieldValues,
}: {
  requestFieldValues: readonly {
    readonly fieldId: string;
    readonly value?: unknown;
    readonly _portico?: { readonly type: string; readonly document?: unknown };
  }[];
}): { readonly text: string; readonly document: unknown } | null {
  const field = requestFieldValues.find(({ fieldId }) => fieldId === 'description');
  return typeof field?.value === 'string' && field.value.trim() !== ''
    ? { text: field.value, document: field._portico?.document }
    : null;
}
