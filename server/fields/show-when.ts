import type { JsonValue } from '../platform/database/schema.ts';

/** How a rule looks at the value of a field. */
export const ruleOperators = [
  'is',
  'is-not',
  'contains',
  'greater',
  'less',
  'is-empty',
  'is-not-empty',
] as const;

/** What one other field must have. */
export interface FieldRule {
  /** key of a field that the form asks for earlier */
  readonly field: string;
  readonly operator: (typeof ruleOperators)[number];
  /** ids of options, codes, words, numbers: any of them will do; none for `is-empty` and `is-not-empty` */
  readonly values: readonly string[];
}

/** When a field or section is shown. */
export interface ShowWhen {
  readonly match: 'all' | 'any';
  readonly rules: readonly FieldRule[];
}

/**
 * Whether the rules are met.
 *
 * @param storedValue what a field has, as it is stored; null: nothing
 */
export function isMet({ match, rules }: ShowWhen, storedValue: (key: string) => JsonValue): boolean {
  const follows = ({ field, operator, values }: FieldRule) =>
    isRuleMet(operator, termsOf(storedValue(field)), values);
  return match === 'all' ? rules.every(follows) : rules.some(follows);
}

function isRuleMet(
  operator: FieldRule['operator'],
  terms: readonly string[],
  values: readonly string[],
): boolean {
  switch (operator) {
    case 'is':
      return terms.some((term) => values.some((value) => isSame(term, value)));
    case 'is-not':
      return !terms.some((term) => values.some((value) => isSame(term, value)));
    case 'contains':
      return terms.some((term) => values.some((value) => fold(term).includes(fold(value))));
    case 'greater':
      return terms.some((term) => values.some((value) => compare(term, value) > 0));
    case 'less':
      return terms.some((term) => values.some((value) => compare(term, value) < 0));
    case 'is-empty':
      return terms.length === 0;
    case 'is-not-empty':
      return terms.length > 0;
  }
}

/** What a stored value has in it: text, numbers, ids and codes, as text. Of an amount that is the amount alone. */
export function termsOf(stored: JsonValue): string[] {
  if (stored === null || stored === '') return [];
  if (Array.isArray(stored)) return stored.flatMap((each) => termsOf(each ?? null));
  if (typeof stored !== 'object') return [String(stored)];
  if ('amount' in stored) return termsOf(stored['amount'] ?? null);
  if ('content' in stored) return [textIn(stored)];
  return Object.values(stored).flatMap((each) => termsOf(each ?? null));
}

function textIn(node: JsonValue): string {
  if (node === null || typeof node !== 'object') return '';
  if (Array.isArray(node)) return node.map((each) => textIn(each ?? null)).join(' ');
  return typeof node['text'] === 'string' ? node['text'] : textIn(node['content'] ?? null);
}

function isSame(term: string, value: string): boolean {
  return fold(term) === fold(value) || (isNumber(term) && isNumber(value) && Number(term) === Number(value));
}

/** Numbers by their size; days and points in time, whose text is in their order, by their text. */
function compare(term: string, value: string): number {
  if (isNumber(term) && isNumber(value)) return Number(term) - Number(value);
  return term < value ? -1 : term > value ? 1 : 0;
}

function isNumber(text: string): boolean {
  return /^[-+]?\d+(\.\d+)?$/.test(text);
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
