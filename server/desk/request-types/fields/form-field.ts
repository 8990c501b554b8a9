import type { Field, FieldTypeName, ShowWhen } from '../../../fields/index.ts';
import type { JsonValue } from '../../../platform/database/schema.ts';

/** What a form can ask for: three are the request's own, the others are custom fields. */
export type FormFieldTypeName = 'summary' | 'description' | 'attachment' | FieldTypeName;

/** Fields of a form that belong together. */
export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** null: always */
  readonly showWhen: ShowWhen | null;
}

/** A field as one form shows it. */
export interface FormField extends Field<FormFieldTypeName> {
  /** 'summary', 'description', 'attachment' or 'customfield_NNNNN' */
  readonly key: string;
  /** what this form calls it */
  readonly label: string;
  readonly helpText: string;
  readonly isRequired: boolean;
  /** null: outside all sections */
  readonly section: FormSection | null;
  /** null: always */
  readonly showWhen: ShowWhen | null;
  /** nobody is asked for it: it gets the preset */
  readonly isHidden: boolean;
  /** what a hidden field gets, as stored; null: nothing */
  readonly preset: JsonValue;
  /** what the form begins with, as stored; null: nothing */
  readonly defaultValue: JsonValue;
  /** out of use: it is shown where it has a value, and no longer asked for */
  readonly isArchived: boolean;
}
