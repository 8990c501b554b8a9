import type { ComponentType } from 'react';
import type { Uploads } from '../../uploads/use-uploads.ts';
import type { ShowWhen } from '../show-when.ts';

/** What can be chosen; `children`: what can then be chosen under it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly children?: readonly unknown[];
}

/** What the form needs of a field of a request type. */
export interface FormField {
  readonly fieldId: string;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly validValues: readonly Choice[];
  readonly defaultValues: readonly Choice[];
  readonly _portico: {
    readonly type: string;
    readonly settings: {
      readonly min?: number | undefined;
      readonly max?: number | undefined;
      readonly decimals?: number | undefined;
      readonly currencies?: readonly string[] | undefined;
      readonly notBefore?: 'today' | undefined;
      readonly notAfter?: 'today' | undefined;
      readonly maxValues?: number | undefined;
    };
    readonly section: {
      readonly id: string;
      readonly title: string;
      readonly description: string;
      readonly showWhen: ShowWhen | null;
    } | null;
    readonly showWhen: ShowWhen | null;
  };
}

/** With what a form is read. */
export interface ReadWith {
  /** the customer's; undefined: the browser's */
  readonly timeZone: string | undefined;
  /** ids of the files that are uploaded */
  readonly fileIds: readonly string[];
  readonly now: Date;
}

/** What is wrong with an answer that is visible without asking the server; a key of the words. */
export type Problem =
  | { readonly problem: 'tooMany' | 'decimals'; readonly count: number }
  | { readonly problem: 'tooSmall' | 'tooLarge'; readonly limit: number }
  | {
      readonly problem:
        | 'notNumber'
        | 'notWhole'
        | 'notDate'
        | 'notTime'
        | 'past'
        | 'future'
        | 'notUrl'
        | 'notEmail'
        | 'notPhone';
    };

/** What a control is given. */
export interface ControlProps {
  readonly field: FormField;
  /** what was filled in, as the form keeps it: '' for nothing */
  readonly state: string;
  readonly error: string | undefined;
  readonly serviceDeskId: string;
  readonly uploads: Uploads;
  /** the form has a place for files, so that a pasted picture can become one */
  readonly takesFiles: boolean;
  readonly onChange: (state: string) => void;
}

/** Everything that is peculiar to asking for a type of field. One module each; what was filled in is kept as a string. */
export interface FieldModule {
  readonly Control: ComponentType<ControlProps>;
  /** What the form begins with. */
  initial(field: FormField, read: ReadWith): string;
  isEmpty(state: string, read: ReadWith): boolean;
  /** Of an answer that is not empty; null: nothing that is visible here. */
  problem?(state: string, field: FormField, read: ReadWith): Problem | null;
  /** What the server is sent of an answer that is not empty and has no problem. */
  sent(state: string, field: FormField, read: ReadWith): unknown;
  /** What rules look at, the same as the server stores: texts, numbers, ids and codes. */
  terms(state: string, read: ReadWith): readonly string[];
}

/** What stands around every control. */
export function around({ field, error }: Pick<ControlProps, 'field' | 'error'>) {
  return {
    label: field.name,
    description: field.description || undefined,
    error,
    isRequired: field.required,
  };
}
