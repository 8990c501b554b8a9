import type { OperatorValue } from '@atlaskit/jql-ast';
import type { RawBuilder, SqlBool } from 'kysely';
import type { JsonValue } from '../platform/database/schema.ts';

/** The types of fields that administrators make, as in the database. */
export const fieldTypeNames = [
  'text',
  'paragraph',
  'number',
  'date',
  'date-time',
  'checkboxes',
  'radio',
  'select',
  'multi-select',
  'cascading-select',
  'labels',
  'url',
  'email',
  'phone',
  'person',
  'people',
  'organization',
  'country',
  'amount',
] as const;

/** The type of a field. */
export type FieldTypeName = (typeof fieldTypeNames)[number];

/** One of the values that a field offers. */
export interface FieldOption {
  readonly id: string;
  readonly value: string;
  /** of a cascading select: the option under which it is offered; null: on top */
  readonly parentId: string | null;
  /** no longer offered; what has it keeps it */
  readonly isArchived: boolean;
}

/** What an administrator says about the values of one field. Each type takes some of them. */
export interface FieldSettings {
  /** of numbers and amounts */
  readonly min?: number;
  readonly max?: number;
  /** most digits after the point */
  readonly decimals?: number;
  /** of amounts: ISO 4217 codes, the first is offered first */
  readonly currencies?: readonly string[];
  /** of dates and points in time: nothing before or after the day on which it is filled in */
  readonly notBefore?: 'today';
  readonly notAfter?: 'today';
  /** of labels, options and people: most values at once */
  readonly maxValues?: number;
}

/** A field of whatever it belongs to: a request, a customer, an organization. */
export interface Field<TypeName extends string = FieldTypeName> {
  readonly type: TypeName;
  /** the NNNNN of customfield_NNNNN; null: the thing's own, such as its summary */
  readonly customId: string | null;
  readonly name: string;
  readonly options: readonly FieldOption[];
  readonly settings: FieldSettings;
}

/** What a field makes of its input: a value to store (null: empty), or what is wrong with it, in words for people. */
export type Reading = { readonly value: JsonValue } | { readonly problem: string };

/** People and organizations by the ids that the API shows: account.account_id and organization.id. */
export interface Named {
  readonly people: readonly string[];
  readonly organizations: readonly string[];
}

/** What a value is read with. */
export interface ReadContext {
  /** those of the named people and organizations that there are, and that whoever fills it in may name */
  readonly people: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
  readonly now: Date;
  readonly timeZone: string | null;
}

/** To whom a value is shown. */
export interface Shown {
  readonly timeZone: string | null;
  readonly locale: string | null;
  /** as servicedeskapi or api/3 shows a person; null when there is no such account any more */
  person(accountId: string): { readonly displayName: string; readonly json: JsonValue } | null;
  /** null when there is no such organization any more */
  organization(id: string): { readonly name: string; readonly json: JsonValue } | null;
}

/** Jira's description of what a field holds. */
export interface JiraSchema {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
  readonly customId?: number;
}

/** A condition over a row. */
export type FieldCondition = RawBuilder<SqlBool>;

/** How a field can be asked for in queries, and how that is said in SQL. */
export interface FieldQuery {
  /** how operands are read; 'day' and 'moment' are both compared with points in time, by the asking person's calendar */
  readonly kind: 'reference' | 'person' | 'moment' | 'day' | 'number' | 'text';
  readonly operators: readonly OperatorValue[];
  /** null where there is no value; what `<` and `>` compare, where they fit */
  readonly column: RawBuilder<unknown>;
  /** for references and people: that it is, or has among others, what a value names; null: a value that nothing has */
  readonly is?: (value: string) => FieldCondition | null;
  /** for people: that it is, or has among others, the account with this account.id */
  readonly isAccount?: (id: string) => FieldCondition;
  /** for people: the same of any of these; `accounts` selects account.id */
  readonly isAccountOf?: (accounts: RawBuilder<unknown>) => FieldCondition;
  /** for references: that it is, or has among others, what one of the values names; absent: each is asked by itself */
  readonly isAny?: (values: readonly string[]) => FieldCondition;
  /** for options under options: that both are so named, nothing is under it (null), or whatever is; null: there are no such options */
  readonly isPair?: (parent: string, child: string | null | undefined) => FieldCondition | null;
  /** for text: that it has the text in it */
  readonly contains?: (text: string) => FieldCondition;
  /** how a list is sorted by it; absent: it cannot be */
  readonly sortBy?: readonly RawBuilder<unknown>[];
  /** absent: it always has a value */
  readonly isEmpty?: FieldCondition;
  /** values that stand for "no value" */
  readonly emptyNames?: readonly string[];
}

/** Everything that is peculiar to a type of field. One module each, in types/. */
export interface FieldType<Of extends Field<string> = Field<string>> {
  /** which settings fields of the type take */
  readonly settings: readonly (keyof FieldSettings)[];
  /** 'flat': offers options; 'tree': options under options */
  readonly options?: 'flat' | 'tree';
  /** The people and organizations that an input names, so that they can be looked up before it is read. */
  namedIn?(input: unknown): Named;
  /** Those that a stored value names, so that they can be looked up before it is shown. */
  namedBy?(stored: JsonValue): Named;
  /** Reads what a client sent; null, undefined and blank text are empty. */
  read(input: unknown, field: Of, context: ReadContext): Reading;
  /** How Jira describes the field. */
  jiraSchema(field: Of): JiraSchema;
  /** A stored value as servicedeskapi shows it. */
  serviceDeskValue(stored: JsonValue, field: Of, shown: Shown): JsonValue;
  /** A stored value as api/3 shows it. */
  issueValue(stored: JsonValue, field: Of, shown: Shown): JsonValue;
  /** A stored value as text for people. */
  display(stored: JsonValue, field: Of, shown: Shown): string;
  /**
   * How it can be asked for, over an expression that is the stored value as jsonb, or null.
   * @param holds that the stored value is this one, or has all of it in it: what an index finds
   */
  query(
    stored: RawBuilder<JsonValue | null>,
    field: Of,
    holds: (value: JsonValue) => FieldCondition,
  ): FieldQuery;
}

/** Jira's name and number of a custom field in a schema. */
export function customSchema(
  field: Field<string>,
  customType: string,
  plugin = 'com.atlassian.jira.plugin.system.customfieldtypes',
): { custom: string; customId: number } {
  return { custom: `${plugin}:${customType}`, customId: Number(field.customId) };
}

/** Whether the input stands for "no value". */
export function isEmpty(input: unknown): input is null | undefined | '' {
  return input === null || input === undefined || input === '';
}

/** Nobody and nothing is named. */
export const namesNothing: Named = { people: [], organizations: [] };
