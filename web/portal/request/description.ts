/** The request's own description, which the page shows as the first message; null when there is none. */
export function descriptionOf({
  requestFieldValues,
}: {
  requestFieldValues: readonly { readonly fieldId: string; readonly value?: unknown }[];
}): string | null {
  const value = requestFieldValues.find((field) => field.fieldId === 'description')?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
