import type { CursorPlace } from './cursor-place.ts';
import type { JqlCatalogue, JqlFieldName, JqlFunctionName } from './jql-help.ts';
import { quoted, unquoted } from './tokens.ts';

/** Something that can be written where the cursor stands. */
export interface Offer {
  /** what is shown */
  readonly label: string;
  /** what is written */
  readonly text: string;
  readonly kind: 'field' | 'operator' | 'value' | 'function' | 'keyword';
  /** where the cursor goes, counted from the end of `text`: into a function's parentheses */
  readonly back: number;
}

/** The field that is written so in a query: by its name, its id, or `cf[…]`. */
export function fieldNamed(catalogue: JqlCatalogue, name: string): JqlFieldName | undefined {
  const wanted = name.toLowerCase();
  return catalogue.fields.find(
    ({ value, displayName, cfid }) =>
      unquoted(value).toLowerCase() === wanted ||
      cfid?.toLowerCase() === wanted ||
      displayName.toLowerCase() === wanted ||
      (cfid !== undefined && wanted === cfid.replace(/^cf\[(\d+)\]$/, 'customfield_$1')),
  );
}

const keyword = (word: string): Offer => ({ label: word, text: word, kind: 'keyword', back: 0 });
const defaultOperators = ['=', '!=', 'in', 'not in', 'is', 'is not', '~', '>', '>=', '<', '<='];

/** What may be written, apart from the values of the field, best first. */
export function offersAt(place: CursorPlace, catalogue: JqlCatalogue): Offer[] {
  return fitting(allOffers(place, catalogue), place.typed);
}

function allOffers(place: CursorPlace, catalogue: JqlCatalogue): Offer[] {
  const field = fieldNamed(catalogue, place.field);
  switch (place.expected) {
    case 'clause':
      return [...fieldOffers(catalogue.fields.filter(({ searchable }) => searchable)), keyword('NOT')];
    case 'operator':
      return (field && field.operators.length > 0 ? field.operators : defaultOperators).map((each) => {
        const operator = each.toUpperCase();
        return { label: operator, text: operator, kind: 'operator', back: 0 };
      });
    case 'not':
      return [keyword('IN')];
    case 'is':
      return place.operator === 'is'
        ? [keyword('EMPTY'), keyword('NOT'), keyword('NULL')]
        : [keyword('EMPTY'), keyword('NULL')];
    case 'was':
      return [
        ...(place.operator === 'was' ? [keyword('IN'), keyword('NOT'), keyword('NOT IN')] : [keyword('IN')]),
        keyword('EMPTY'),
        ...functionOffers(catalogue, field, false),
      ];
    case 'list':
      return [
        { label: '( … )', text: '()', kind: 'keyword', back: 1 },
        ...functionOffers(catalogue, field, true),
      ];
    case 'value':
      return [...functionOffers(catalogue, field, false), keyword('EMPTY')];
    case 'listValue':
      return functionOffers(catalogue, field, null);
    case 'afterClause':
      return [
        keyword('AND'),
        keyword('OR'),
        keyword('ORDER BY'),
        ...(/^(?:was|changed)/.test(place.operator)
          ? ['BY', 'FROM', 'TO', 'AFTER', 'BEFORE', 'ON', 'DURING'].map(keyword)
          : []),
      ];
    case 'predicateValue':
      return ['from', 'to'].includes(place.predicate)
        ? [keyword('EMPTY')]
        : functionOffers(catalogue, typedAs(place.predicate === 'by' ? person : date), null);
    case 'by':
      return [keyword('BY')];
    case 'orderField':
      return fieldOffers(catalogue.fields.filter(({ orderable }) => orderable));
    case 'direction':
      return [keyword('ASC'), keyword('DESC')];
    case 'argument':
    case 'afterListValue':
      return [];
  }
}

const person = 'com.atlassian.jira.user.ApplicationUser';
const date = 'java.util.Date';
const typedAs = (type: string) => ({ types: [type] });

function fieldOffers(fields: readonly JqlFieldName[]): Offer[] {
  return fields.map(({ value, displayName }) => ({
    label: displayName,
    text: value,
    kind: 'field',
    back: 0,
  }));
}

function functionOffers(
  { functions }: JqlCatalogue,
  field: Pick<JqlFieldName, 'types'> | undefined,
  isList: boolean | null,
): Offer[] {
  return functions
    .filter((each) => (isList === null || each.isList === isList) && suits(each, field))
    .map(({ value, displayName }) => {
      // with arguments to be filled in, the cursor goes where the first one belongs
      const name = value.replace(/\(.*$/, '');
      return {
        label: displayName,
        text: `${name}()`,
        kind: 'function',
        back: /\(\S/.test(displayName) && !displayName.endsWith('()') ? 1 : 0,
      };
    });
}

function suits({ types }: JqlFunctionName, field: Pick<JqlFieldName, 'types'> | undefined): boolean {
  return (
    !field ||
    field.types.length === 0 ||
    types.length === 0 ||
    types.some((type) => field.types.includes(type))
  );
}

/** Values as they are offered. What the server wrote in quotes already stays so. */
export function valueOffers(values: readonly { value: string; displayName: string }[]): Offer[] {
  return values.map(({ value, displayName }) => ({
    label: displayName,
    text: /^".*"$/s.test(value) || /^cf\[\d+\]$/.test(value) ? value : quoted(value),
    kind: 'value',
    back: 0,
  }));
}

/** Those that have what is typed: at their beginning first, then at the beginning of a word, then anywhere. */
export function fitting(offers: readonly Offer[], typed: string): Offer[] {
  const wanted = typed.toLowerCase();
  if (wanted === '') return [...offers];
  const rank = ({ label, text }: Offer) => {
    const names = [label.toLowerCase(), unquoted(text).toLowerCase()];
    if (names.some((name) => name.startsWith(wanted))) return 0;
    if (names.some((name) => name.split(/[\s_[(-]+/).some((word) => word.startsWith(wanted)))) return 1;
    return names.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  return offers
    .map((offer) => ({ offer, rank: rank(offer) }))
    .filter((each) => each.rank < 3)
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        (one.offer.kind === 'field' && other.offer.kind === 'field'
          ? one.offer.label.localeCompare(other.offer.label)
          : 0),
    )
    .map(({ offer }) => offer);
}
