import type { JsonValue } from '../../../platform/database/schema.ts';

/** The types of custom fields, as in the database. */
export type CustomFieldTypeName = 'text' | 'paragraph' | 'number' | 'date' | 'select';

/** The types of all fields that a form can have: three are the request's own, the others are custom. */
export type FieldTypeName = 'summary' | 'description' | 'attachment' | CustomFieldTypeName;

/** One of the values that a select field offers. */
export interface FieldOption {
  readonly id: string;
  readonly value: string;
  /** no longer offered; requests that have it keep it */
  readonly isArchived: boolean;
}

/** A field as one form shows it. */
export interface FormField {
  /** 'summary', 'description', 'attachment' or 'customfield_NNNNN' */
  readonly key: string;
  readonly type: FieldTypeName;
  /** field.id of a custom field */
  readonly customId: string | null;
  /** what agents call it */
  readonly name: string;
  /** what this form calls it */
  readonly label: string;
  readonly helpText: string;
  readonly isRequired: boolean;
  readonly options: readonly FieldOption[];
}

/** What a field makes of its input: a value to store (null: empty), or what is wrong with it, in words for people. */
export type Reading = { readonly value: JsonValue } | { readonly problem: string };

/** Jira's description of what a field holds. */
export interface JiraSchema {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
  readonly customId?: number;
}

/** Everything that is peculiar to a type of field. */
export interface FieldType {
  /** Reads what a client sent; null, undefined and blank text are empty. */
  read(input: unknown, field: FormField): Reading;
  /** How Jira describes the field. */
  jiraSchema(field: FormField): JiraSchema;
  /** A stored value as servicedeskapi shows it. */
  serviceDeskValue(stored: JsonValue, field: FormField): JsonValue;
  /** A stored value as api/3 shows it. */
  issueValue(stored: JsonValue, field: FormField): JsonValue;
  /** A stored value as text for people. */
  display(stored: JsonValue, field: FormField): string;
}

/** Jira's name and number of a custom field in a schema. */
export function customSchema(field: FormField, customType: string): { custom: string; customId: number } {
  return {
    custom: `com.atlassian.jira.plugin.system.customfieldtypes:${customType}`,
    customId: Number(field.customId),
  };
}

/** Whether the input stands for "no value". */
export function isEmpty(input: unknown): input is null | undefined | '' {
  return input === null || input === undefined || input === '';
}
