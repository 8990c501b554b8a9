import type { JqlFieldName } from '../../kit/jql/jql-help.ts';

/** How a value is compared. */
export type Comparison = '=' | '>' | '>=' | '<' | '<=';

/** What the values of a field are compared with. */
export interface Bound {
  readonly comparison: Comparison;
  /** as it is written in a query, without quotes */
  readonly value: string;
}

/** Bounds of a field, all of which hold. */
export interface Range {
  /** as it is written in a query, without quotes */
  readonly field: string;
  readonly bounds: readonly Bound[];
}

/** What is measured by fields whose values are chosen by bounds; null: the field's are not. */
export function measureOf({ value, types, operators }: JqlFieldName): 'date' | 'number' | null {
  if (!operators.includes('>=')) return null;
  if (types.includes('java.util.Date')) return 'date';
  // its values are durations
  return types.includes('java.lang.Number') && value !== 'timespent' ? 'number' : null;
}

export function isComparison(operator: string): operator is Comparison {
  return ['=', '>', '>=', '<', '<='].includes(operator);
}

/** Units of the time that has gone by, as queries write them. */
export const units = ['h', 'd', 'w'] as const;
export type Unit = (typeof units)[number];

/** A range of days as people say it. */
export type DateRange =
  | { readonly kind: 'last' | 'before'; readonly amount: number; readonly unit: Unit }
  /** days as YYYY-MM-DD, both within; blank: open */
  | { readonly kind: 'between'; readonly from: string; readonly to: string };

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
const isLower = ({ comparison }: Bound) => comparison.startsWith('>');

/** The bounds as people say them; null: nobody says them so. */
export function dateRangeOf(bounds: readonly Bound[]): DateRange | null {
  const [first, ...others] = bounds;
  if (!first || first.comparison === '=') return null;
  const ago = /^-(\d{1,6})([hdw])$/.exec(first.value);
  if (ago) {
    if (others.length > 0) return null;
    const unit = units.find((each) => each === ago[2]) ?? 'd';
    return { kind: isLower(first) ? 'last' : 'before', amount: Number(ago[1]), unit };
  }
  if (!bounds.every(({ comparison, value }) => ['>=', '<'].includes(comparison) && isDay(value))) return null;
  const until = bounds.find((bound) => !isLower(bound));
  return {
    kind: 'between',
    from: bounds.find(isLower)?.value ?? '',
    to: until ? dayAfter(until.value, -1) : '',
  };
}

/** What is written for a range of days. A day is within to its end: up to the day after. */
export function boundsOfDates(range: DateRange): readonly Bound[] {
  if (range.kind !== 'between') {
    const value = `-${range.amount}${range.unit}`;
    return [{ comparison: range.kind === 'last' ? '>=' : '<=', value }];
  }
  return [
    ...(range.from ? [{ comparison: '>=', value: range.from } as const] : []),
    ...(range.to ? [{ comparison: '<', value: dayAfter(range.to, 1) } as const] : []),
  ];
}

function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}

/** A range of numbers as people say it. */
export type NumberRange =
  | { readonly kind: Comparison; readonly value: string }
  | { readonly kind: 'between'; readonly from: string; readonly to: string };

export const isNumber = (text: string) => /^-?\d+(?:\.\d+)?$/.test(text);

/** The bounds as people say them; null: nobody says them so. */
export function numberRangeOf(bounds: readonly Bound[]): NumberRange | null {
  const [first, second] = [...bounds].sort((one, other) => Number(isLower(other)) - Number(isLower(one)));
  if (!first || !bounds.every(({ value }) => isNumber(value))) return null;
  if (!second) return { kind: first.comparison, value: first.value };
  if (first.comparison !== '>=' || second.comparison !== '<=') return null;
  return { kind: 'between', from: first.value, to: second.value };
}

/** What is written for a range of numbers. */
export function boundsOfNumbers(range: NumberRange): readonly Bound[] {
  return range.kind === 'between'
    ? [
        { comparison: '>=', value: range.from },
        { comparison: '<=', value: range.to },
      ]
    : [{ comparison: range.kind, value: range.value }];
}
