import { type Token, unquoted } from './tokens.ts';

/** What a piece of a query is for. */
export type Role = 'field' | 'operator' | 'keyword' | 'value' | 'function' | 'text' | 'bracket';

/** What may come next. */
export type Expected =
  | 'clause'
  | 'operator'
  | 'is'
  | 'not'
  | 'was'
  | 'list'
  | 'value'
  | 'listValue'
  | 'afterListValue'
  | 'argument'
  | 'afterClause'
  | 'predicateValue'
  | 'by'
  | 'orderField'
  | 'direction';

/** Where one is in a query, having read some of it. */
export interface Place {
  readonly expected: Expected;
  /** field of the clause, as it is written, without quotes */
  readonly field: string;
  /** operator of the clause, in lower case: 'not in', 'was', … */
  readonly operator: string;
  /** word of history before a value: 'by', 'from', … */
  readonly predicate: string;
  /** inside a function's parentheses: what may come after them */
  readonly outer: Expected | null;
  /** the word that was just read, which a parenthesis makes a function */
  readonly name: string;
}

/** Before anything was read. */
export const start: Place = {
  expected: 'clause',
  field: '',
  operator: '',
  predicate: '',
  outer: null,
  name: '',
};

const predicates = new Set(['after', 'before', 'on', 'during', 'by', 'from', 'to']);

/**
 * Goes on by one token. It accepts what is no JQL, too, and goes on as well as it can: people see their query coloured
 * and completed while it is half written.
 */
export function advance(place: Place, token: Token): [Place, Role] {
  const word = token.kind === 'word' ? token.text.toLowerCase() : '';
  const to = (expected: Expected, rest: Partial<Place> = {}): Place => ({
    ...place,
    name: '',
    expected,
    ...rest,
  });
  const isJoin = word === 'and' || word === 'or' || /^(?:&&?|\|\|?)$/.test(token.text);

  if (token.kind === 'open') {
    const isFunction = place.name !== '' || place.expected === 'argument';
    if (isFunction)
      return [
        to('argument', { outer: place.expected === 'argument' ? place.outer : place.expected }),
        'bracket',
      ];
    if (['list', 'predicateValue', 'value', 'was'].includes(place.expected)) {
      return [to('listValue'), 'bracket'];
    }
    return [place, 'bracket'];
  }
  if (token.kind === 'close') {
    if (place.expected === 'argument') {
      const { outer } = place;
      return [to(outer === 'afterListValue' ? 'afterListValue' : 'afterClause', { outer: null }), 'bracket'];
    }
    return [to('afterClause', { outer: null }), 'bracket'];
  }
  switch (place.expected) {
    case 'clause':
      if (word === 'not' || token.text === '!') return [to('clause'), 'keyword'];
      if (word === 'order') return [to('by'), 'keyword'];
      return [
        to('operator', { field: unquoted(token.text), operator: '', predicate: '', outer: null }),
        'field',
      ];
    case 'operator':
      if (token.kind === 'operator') return [to('value', { operator: token.text }), 'operator'];
      if (word === 'in') return [to('list', { operator: 'in' }), 'operator'];
      if (word === 'not') return [to('not', { operator: 'not' }), 'operator'];
      if (word === 'is') return [to('is', { operator: 'is' }), 'operator'];
      if (word === 'was') return [to('was', { operator: 'was' }), 'operator'];
      if (word === 'changed') return [to('afterClause', { operator: 'changed' }), 'operator'];
      return [place, 'text'];
    case 'not':
      return word === 'in' ? [to('list', { operator: 'not in' }), 'operator'] : [place, 'text'];
    case 'is':
      if (word === 'not') return [to('is', { operator: 'is not' }), 'operator'];
      return [to('afterClause'), 'keyword'];
    case 'was':
      if (word === 'not') return [to('was', { operator: 'was not' }), 'operator'];
      if (word === 'in') return [to('list', { operator: `${place.operator} in` }), 'operator'];
      return [to('afterClause', { name: nameOf(token) }), valueRole(word)];
    case 'value':
      return [to('afterClause', { name: nameOf(token) }), valueRole(word)];
    case 'predicateValue':
      return [to('afterClause', { name: nameOf(token) }), valueRole(word)];
    case 'list':
      return [to('afterClause', { name: nameOf(token) }), 'value'];
    case 'listValue':
      if (token.kind === 'comma') return [place, 'bracket'];
      return [to('afterListValue', { name: nameOf(token) }), valueRole(word)];
    case 'afterListValue':
      return token.kind === 'comma' ? [to('listValue'), 'bracket'] : [to('afterListValue'), 'text'];
    case 'argument':
      return [place, token.kind === 'comma' ? 'bracket' : 'value'];
    case 'afterClause':
      if (isJoin) return [to('clause', { operator: '', predicate: '' }), 'keyword'];
      if (word === 'order') return [to('by'), 'keyword'];
      if (predicates.has(word) && /^(?:was|changed)/.test(place.operator))
        return [to('predicateValue', { predicate: word }), 'keyword'];
      return [to('afterClause'), 'text'];
    case 'by':
      return [to('orderField'), word === 'by' ? 'keyword' : 'text'];
    case 'orderField':
      return [to('direction'), token.kind === 'comma' ? 'bracket' : 'field'];
    case 'direction':
      if (token.kind === 'comma') return [to('orderField'), 'bracket'];
      return [place, word === 'asc' || word === 'desc' ? 'keyword' : 'text'];
  }
}

function nameOf(token: Token): string {
  return token.kind === 'word' ? token.text : '';
}

function valueRole(word: string): Role {
  return word === 'empty' || word === 'null' ? 'keyword' : 'value';
}

/** The tokens with what each is for; a word before a parenthesis is a function. */
export function rolesOf(tokens: readonly Token[]): Role[] {
  let place = start;
  const roles: Role[] = [];
  for (const [index, token] of tokens.entries()) {
    const before = place;
    const [next, role] = advance(place, token);
    place = next;
    roles.push(role);
    if (token.kind === 'open' && before.name !== '' && index > 0) roles[index - 1] = 'function';
  }
  return roles;
}
