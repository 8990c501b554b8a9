import { type RawBuilder, sql } from 'kysely';
import { type Condition, isServedBy, type Person } from '../access-rules.ts';
import type { TextQuery } from './parse-text-query.ts';

/** Where words are looked for: everything that a request says, or one part of it, such as a custom field. */
export type TextScope = 'text' | 'summary' | 'description' | 'comment' | { readonly fieldId: string };

/**
 * Of `request`: those that say what is looked for, in any one of their texts, as in Jira: two words are found where one text has
 * both. What is for agents only is found by agents of the request's desk.
 *
 * @param query from parseTextQuery; null finds nothing
 */
export function textCondition(scope: TextScope, query: TextQuery | null, person: Person): Condition {
  if (!query) return sql`false`;
  const parts = query.kind === 'and' ? query.parts : [query];
  const wanted = parts.filter(({ kind }) => kind !== 'not');
  const has = (condition: Condition): Condition => sql`exists(select from request_text piece
    where piece.request_id = request.id and ${inScope(scope)} and ${condition}${visibleTo(scope, person)})`;
  // Nothing but words that are not to be there: in none of its texts.
  if (wanted.length === 0) {
    const unwanted = parts.map((part) => (part.kind === 'not' ? part.part : part));
    return sql`not ${has(condition({ kind: 'or', parts: unwanted }, scope))}`;
  }
  return has(condition(query, scope));
}

function inScope(scope: TextScope): Condition {
  if (typeof scope === 'object')
    return sql`piece.source = 'field' and piece.piece = ${scope.fieldId}::bigint`;
  return scope === 'text' ? sql`true` : sql`piece.source = ${scope}`;
}

function visibleTo(scope: TextScope, person: Person): RawBuilder<unknown> {
  // Whoever may name a custom field may search it.
  const isOpen = scope === 'summary' || scope === 'description' || typeof scope === 'object';
  if (isOpen || person.isAdministrator) return sql``;
  return sql` and (piece.is_public or ${isServedBy(person, sql.ref('piece.service_desk_id'))})`;
}

/** Over `piece`: that it has what is looked for. What the index can answer is one question to it. */
function condition(query: TextQuery, scope: TextScope): Condition {
  const lexemes = asLexemes(query, scope, 'stems');
  if (lexemes) {
    // Words that are everywhere are passed over, unless there are no others.
    const exact = asLexemes(query, scope, 'exact') ?? lexemes;
    return hasOnlyExact(query)
      ? sql`piece.words @@ ${exact}`
      : sql`piece.words @@ case when numnode(${lexemes}) > 0 then ${lexemes} else ${exact} end`;
  }
  switch (query.kind) {
    case 'and':
    case 'or': {
      const parts = query.parts.map((part) => condition(part, scope));
      return sql`(${sql.join(parts, query.kind === 'and' ? sql` and ` : sql` or `)})`;
    }
    case 'not':
      return sql`not ${condition(query.part, scope)}`;
    case 'pattern':
      return matchesPattern(query.pattern);
    case 'like':
      return sql`piece.words @@ ${likeQuery(query.word)}`;
    default:
      return sql`false`;
  }
}

/** Words that begin as the pattern does are in the index; whether one is as the pattern says is looked at in the text itself. */
function matchesPattern(pattern: string): Condition {
  const [beginning = ''] = /^[^%_]*/u.exec(pattern) ?? [];
  return sql`(piece.words @@ to_tsquery('pg_catalog.simple', ${quoted(beginning, true)})
    and exists(select from unnest(tsvector_to_array(piece.words)) as word where word like ${pattern}))`;
}

/** The word, and those that are one letter away from it: with another, one more, one less, or two in another order. */
function likeQuery(word: string): RawBuilder<unknown> {
  // From six letters on also those with one letter elsewhere; in shorter words that would be most of them.
  const isClose =
    word.length > 5
      ? sql`true`
      : sql`(length(w.word) <> ${word.length}::integer or exists(
          select from generate_series(1, ${word.length}::integer) as here, generate_series(here - 1, here + 1) as there
          where left(w.word, here - 1) || substr(w.word, here + 1)
              = left(${word}, greatest(there - 1, 0)) || substr(${word}, there + 1)))`;
  return sql`(select to_tsquery('pg_catalog.simple', ${quoted(word)})
      || coalesce(string_agg(quote_literal(alike.word), '|')::tsquery, ''::tsquery)
    from (select w.word from text_word w
      where w.near && ${lettersLeftOut(word)}::text[] and ${isClose} limit 200) as alike)`;
}

/** A word and what is left of it when any one letter is left out. */
function lettersLeftOut(word: string): string[] {
  const letters = [...word];
  return [...new Set([word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))])];
}

function hasOnlyExact(query: TextQuery): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.parts.every(hasOnlyExact);
  if (query.kind === 'not') return hasOnlyExact(query.part);
  return query.kind !== 'words' || query.words.length > 1;
}

/** As one question to the index; null: it is more than that. */
function asLexemes(query: TextQuery, scope: TextScope, words: 'stems' | 'exact'): RawBuilder<unknown> | null {
  switch (query.kind) {
    case 'words':
      return wordsQuery(query, scope, words);
    case 'prefix':
      return sql`to_tsquery('pg_catalog.simple', ${query.words
        .map((word, at) => quoted(word, at === query.words.length - 1))
        .join(' <-> ')})`;
    case 'phrase':
      return phraseQuery(query.words, query.slop);
    case 'and':
    case 'or': {
      const parts = query.parts.map((part) => asLexemes(part, scope, words));
      const known = parts.filter((part) => part !== null);
      if (known.length < parts.length) return null;
      return sql`(${sql.join(known, query.kind === 'and' ? sql` && ` : sql` || `)})`;
    }
    case 'not': {
      const part = asLexemes(query.part, scope, words);
      return part && sql`(!! ${part})`;
    }
    default:
      return null;
  }
}

function wordsQuery(
  { words, written }: Extract<TextQuery, { kind: 'words' }>,
  scope: TextScope,
  as: 'stems' | 'exact',
): RawBuilder<unknown> {
  const [word = ''] = words;
  if (words.length === 1) {
    return as === 'stems' ? sql`word_query(${word})` : sql`to_tsquery('pg_catalog.simple', ${quoted(word)})`;
  }
  const phrase = words.map((each) => quoted(each)).join(' <-> ');
  const isKey = scope === 'text' && /^[a-z][a-z0-9_]*-\d{1,18}$/iu.test(written);
  return isKey
    ? sql`(to_tsquery('pg_catalog.simple', ${phrase}) || ${`'${written.toLowerCase()}'`}::tsquery)`
    : sql`to_tsquery('pg_catalog.simple', ${phrase})`;
}

/** Two words that are at most so far from each other, in either order; more than two only in the same text. */
function phraseQuery(words: readonly string[], slop: number): RawBuilder<unknown> {
  const [first = '', second = '', ...others] = words.map((word) => quoted(word));
  if (slop === 0 || words.length < 2) {
    return sql`to_tsquery('pg_catalog.simple', ${words.map((word) => quoted(word)).join(' <-> ')})`;
  }
  const near = Array.from({ length: slop + 1 }, (_, at) => at + 1).flatMap((distance) => [
    `${first} <${distance}> ${second}`,
    ...(distance > 1 || slop > 1 ? [`${second} <${distance}> ${first}`] : []),
  ]);
  const query = [`(${near.join(' | ')})`, ...others].join(' & ');
  return sql`to_tsquery('pg_catalog.simple', ${query})`;
}

/** A word as `to_tsquery` takes it. Folded words have neither quotes nor backslashes. */
function quoted(word: string, isBeginning = false): string {
  return `'${word}'${isBeginning ? ':*' : ''}`;
}
