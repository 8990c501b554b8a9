import type { Field, FieldTypeName } from '../../../fields/index.ts';

/** What a form can ask for: three are the request's own, the others are custom fields. */
export type FormFieldTypeName = 'summary' | 'description' | 'attachment' | FieldTypeName;

/** A field as one form shows it. */
export interface FormField extends Field<FormFieldTypeName> {
  /** 'summary', 'description', 'attachment' or 'customfield_NNNNN' */
  readonly key: string;
  /** what this form calls it */
  readonly label: string;
  readonly helpText: string;
  readonly isRequired: boolean;
  /** out of use: it is shown where it has a value, and no longer asked for */
  readonly isArchived: boolean;
}
