import { jqlTypes } from '../jql/field.ts';
import type { JqlFunction } from '../jql/functions/function.ts';
import { refuseJql } from '../jql/problems.ts';

/** Names of the functions by which queries ask for service levels. */
export type SlaFunctionName =
  | 'breached'
  | 'completed'
  | 'elapsed'
  | 'everbreached'
  | 'paused'
  | 'remaining'
  | 'running'
  | 'withincalendarhours';

/** All of them. */
export const slaFunctionNames: readonly SlaFunctionName[] = [
  'breached',
  'completed',
  'elapsed',
  'everbreached',
  'paused',
  'remaining',
  'running',
  'withincalendarhours',
];

/** The function of this name, in whatever case; null: there is none for service levels. `isDuration`: it is compared with one. */
export function slaFunctionNamed(
  text: string,
): { readonly name: SlaFunctionName; readonly isDuration: boolean } | null {
  const name = slaFunctionNames.find((each) => each === text.toLowerCase());
  return name === undefined ? null : { name, isDuration: isDuration(name) };
}

function isDuration(name: SlaFunctionName): boolean {
  return name === 'elapsed' || name === 'remaining';
}

/** As queries know them. What they mean is up to the field, which takes its whole clause. */
export const slaFunctions: readonly JqlFunction[] = slaFunctionNames.map((name) => ({
  name,
  isList: false,
  types: [jqlTypes.sla],
  takes: isDuration(name) ? [1, 1] : [0, 0],
  argumentNames: isDuration(name) ? ['4h'] : [],
  compile: ({ operand }) => {
    throw refuseJql(`'${name}()' is for service levels alone.`, operand.position);
  },
}));
