interface FieldValue {
  readonly fieldId: string;
  readonly label: string;
  readonly value?: unknown;
}

/** What was filled in, in words: options by their value, numbers and dates in the language's form; null for nothing. */
export function fieldText(value: unknown, language: string): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  if (typeof value === 'string') {
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (!day) return value;
    // a day of the calendar has no zone
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value));
  }
  if (Array.isArray(value)) {
    const texts = value.map((entry) => fieldText(entry, language)).filter((text) => text !== null);
    return texts.length > 0 ? texts.join(', ') : null;
  }
  if (typeof value === 'object') {
    const { value: option, name } = value as { value?: unknown; name?: unknown };
    if (typeof option === 'string') return option;
    if (typeof name === 'string') return name;
  }
  return null;
}

/** The request's own description, which the page shows as the first message; null when there is none. */
export function descriptionOf({
  requestFieldValues,
}: {
  requestFieldValues: readonly FieldValue[];
}): string | null {
  const value = requestFieldValues.find((field) => field.fieldId === 'description')?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** What was filled in besides summary, description and files, in the order of the form. */
export function otherFields(
  { requestFieldValues }: { requestFieldValues: readonly FieldValue[] },
  language: string,
): { fieldId: string; label: string; text: string }[] {
  return requestFieldValues.flatMap(({ fieldId, label, value }) => {
    if (['summary', 'description', 'attachment'].includes(fieldId)) return [];
    const text = fieldText(value, language);
    return text === null ? [] : [{ fieldId, label, text }];
  });
}
