import type { Argument, FunctionOperand, OperatorValue } from '@atlaskit/jql-ast';
import type { RawBuilder } from 'kysely';
import type { Condition, Person } from '../../access-rules.ts';
import type { JqlContext } from '../context.ts';
import type { JqlField } from '../field.ts';

/** Where a function stands in a query. */
export interface FunctionUse {
  /** of the right number; `value` is what was meant, `text` how it was written */
  readonly arguments: readonly Argument[];
  readonly field: JqlField;
  readonly operator: OperatorValue;
  readonly operand: FunctionOperand;
  readonly context: JqlContext;
}

/** What a function stands for. */
export type FunctionValue =
  /** as though these were written */
  | { readonly values: readonly string[] }
  /** account.id */
  | { readonly account: string }
  /** selects account.id */
  | { readonly accounts: RawBuilder<unknown> }
  /** selects request.id */
  | { readonly requests: RawBuilder<unknown> }
  | { readonly moment: Date }
  /** a condition of its own, over `request` */
  | { readonly condition: Condition };

/** A function of queries. */
export interface JqlFunction {
  readonly name: string;
  /** stands for a list: goes with `in`, not with `=` */
  readonly isList: boolean;
  /** what it gives, by Jira's names: fits fields with one of these types */
  readonly types: readonly string[];
  /** least and most arguments */
  readonly takes: readonly [number, number];
  /** its arguments in words for people, such as "group" */
  readonly argumentNames: readonly string[];
  /** narrower than what its types say */
  readonly fits?: (field: JqlField) => boolean;
  /** @throws RefusedJql for arguments that are none */
  compile(use: FunctionUse): FunctionValue;
  /** Whether what its arguments name is there and may be known to the person, and what is said when not. */
  exists?(
    use: Omit<FunctionUse, 'context'>,
    person: Person,
  ): { readonly is: RawBuilder<boolean>; readonly message: string } | null;
}
