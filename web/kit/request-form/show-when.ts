/** When a field or section is shown: the same rules that the server follows (server/fields/show-when.ts). */
export interface ShowWhen {
  readonly match: 'all' | 'any';
  readonly rules: readonly FieldRule[];
}

/** What one other field must have. */
interface FieldRule {
  readonly field: string;
  readonly operator: 'is' | 'is-not' | 'contains' | 'greater' | 'less' | 'is-empty' | 'is-not-empty';
  readonly values: readonly string[];
}

/**
 * Whether the rules are met.
 * @param termsOf what the answer of a field has in it: texts, numbers, ids and codes; none when it is empty or not shown
 */
export function isMet({ match, rules }: ShowWhen, termsOf: (field: string) => readonly string[]): boolean {
  const follows = ({ field, operator, values }: FieldRule) => isRuleMet(operator, termsOf(field), values);
  return match === 'all' ? rules.every(follows) : rules.some(follows);
}

function isRuleMet(
  operator: FieldRule['operator'],
  terms: readonly string[],
  values: readonly string[],
): boolean {
  const some = (fits: (term: string, value: string) => boolean) =>
    terms.some((term) => values.some((value) => fits(term, value)));
  switch (operator) {
    case 'is':
      return some(isSame);
    case 'is-not':
      return !some(isSame);
    case 'contains':
      return some((term, value) => fold(term).includes(fold(value)));
    case 'greater':
      return some((term, value) => compare(term, value) > 0);
    case 'less':
      return some((term, value) => compare(term, value) < 0);
    case 'is-empty':
      return terms.length === 0;
    case 'is-not-empty':
      return terms.length > 0;
  }
}

function isSame(term: string, value: string): boolean {
  return fold(term) === fold(value) || (isNumber(term) && isNumber(value) && Number(term) === Number(value));
}

/** Numbers by their size; days and moments, whose text is in their order, by their text. */
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
