import { advance, type Place, start } from './grammar.ts';
import { tokenize, unquoted } from './tokens.ts';

/** What is being written where the cursor stands. */
export interface CursorPlace extends Place {
  /** where the word or string begins that is being written */
  readonly from: number;
  /** where it ends: behind the cursor when one stands inside of it */
  readonly to: number;
  /** what of it stands before the cursor, without quotes */
  readonly typed: string;
  readonly isQuoted: boolean;
}

/** What may be written at `position` of a query, and what of it is there already. */
export function placeAt(jql: string, position: number): CursorPlace {
  let place = start;
  for (const token of tokenize(jql)) {
    if (token.start >= position) break;
    const isWriting =
      token.kind === 'word' || token.kind === 'operator'
        ? token.end >= position
        : token.kind === 'string' && (token.end > position || (token.end === position && !token.isClosed));
    if (isWriting) {
      const typed = jql.slice(token.start, position);
      return {
        ...place,
        from: token.start,
        to: token.end,
        typed: unquoted(typed),
        isQuoted: token.kind === 'string',
      };
    }
    [place] = advance(place, token);
  }
  return { ...place, from: position, to: position, typed: '', isQuoted: false };
}
