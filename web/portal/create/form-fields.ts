/** What the form needs of a field of a request type. */
export interface FormField {
  readonly fieldId: string;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly validValues: readonly { readonly value: string; readonly label: string }[];
  readonly jiraSchema: {
    readonly type: string;
    readonly items?: string | undefined;
    readonly system?: string | undefined;
    readonly custom?: string | undefined;
  };
}

/** How a field is asked. */
export type FieldKind = 'text' | 'paragraph' | 'number' | 'date' | 'select' | 'files';

/** By Jira's description of what the field holds; a line of text for what we do not know. */
export function fieldKind({ jiraSchema }: FormField): FieldKind {
  const { type, items, system, custom } = jiraSchema;
  if (type === 'array' && items === 'attachment') return 'files';
  if (type === 'number' || type === 'date') return type;
  if (type === 'option') return 'select';
  if (system === 'description' || custom?.endsWith(':textarea')) return 'paragraph';
  return 'text';
}

/** A number as people write it, '1,5' too, in the form that the server reads; null when it is none. */
export function readNumber(text: string): string | null {
  const written = text.trim().replace(/[\s'’]/g, '');
  const normal = written.includes('.') ? written : written.replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$/.test(normal) ? normal : null;
}

/** What is wrong with an answer that is visible without asking the server. */
export type Problem = 'missing' | 'not-number';

/** The problems of a filled-in form, by field id. */
export function problemsOf(
  fields: readonly FormField[],
  values: Readonly<Record<string, string>>,
  fileCount: number,
): Record<string, Problem> {
  const problems: Record<string, Problem> = {};
  for (const field of fields) {
    const kind = fieldKind(field);
    const text = (values[field.fieldId] ?? '').trim();
    const isEmpty = kind === 'files' ? fileCount === 0 : text === '';
    if (isEmpty && field.required) problems[field.fieldId] = 'missing';
    else if (!isEmpty && kind === 'number' && readNumber(text) === null)
      problems[field.fieldId] = 'not-number';
  }
  return problems;
}

/** The answers as the server takes them; fields without an answer are left out. */
export function requestFieldValues(
  fields: readonly FormField[],
  values: Readonly<Record<string, string>>,
  temporaryAttachmentIds: readonly string[],
): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const field of fields) {
    const text = values[field.fieldId] ?? '';
    switch (fieldKind(field)) {
      case 'files':
        if (temporaryAttachmentIds.length > 0) sent[field.fieldId] = temporaryAttachmentIds;
        break;
      case 'select':
        if (text !== '') sent[field.fieldId] = { id: text };
        break;
      case 'number':
        if (text.trim() !== '') sent[field.fieldId] = Number(readNumber(text));
        break;
      default:
        if (text.trim() !== '') sent[field.fieldId] = text;
    }
  }
  return sent;
}
