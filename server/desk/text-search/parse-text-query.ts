import { foldedWords } from './folded-words.ts';

/** What is looked for in a text. */
export type TextQuery =
  /** words that follow each other: one, as a rule; several for what has punctuation in it, such as `SUP-12` */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly written: string }
  /** what the last of the words begins with */
  | { readonly kind: 'prefix'; readonly words: readonly string[] }
  /** a word with * and ? in it, after at least one letter */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** a word as it may be misspelt */
  | { readonly kind: 'like'; readonly word: string }
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly slop: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly TextQuery[] }
  | { readonly kind: 'not'; readonly part: TextQuery };

/** Why a text cannot be looked for: it is no query, or it begins a word with what only stands for other letters. */
type TextProblem =
  | { readonly problem: 'unreadable' }
  | { readonly problem: 'wildcard-first'; readonly wildcard: string };

type Token =
  | { readonly kind: '(' | ')' | 'and' | 'or' | 'not' | 'must' }
  | { readonly kind: 'term'; readonly query: TextQuery | null };

/** More would only slow a search down. */
const mostTerms = 50;

/**
 * Reads what is typed after `~`, as Jira does: words that must all be there, "phrases" (also "near"~5), begin*, w?ld c*rds,
 * misspelt~, +must, -not, NOT, AND, OR and parentheses.
 *
 * @returns the query; null: there is no word in it; or why it is none
 */
export function parseTextQuery(text: string): TextQuery | null | TextProblem {
  const tokens = tokensOf(text);
  if ('problem' in tokens) return tokens;
  if (tokens.filter(({ kind }) => kind === 'term').length > mostTerms) return { problem: 'unreadable' };
  const reader = { tokens, at: 0 };
  const query = readAny(reader);
  return reader.at < tokens.length ? { problem: 'unreadable' } : query;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function readAny(reader: Reader): TextQuery | null {
  const parts = [readAll(reader)];
  while (reader.tokens[reader.at]?.kind === 'or') {
    reader.at++;
    parts.push(readAll(reader));
  }
  return joined('or', parts);
}

function readAll(reader: Reader): TextQuery | null {
  const parts: (TextQuery | null)[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (!token || token.kind === ')' || token.kind === 'or') return joined('and', parts);
    if (token.kind === 'and' || token.kind === 'must') reader.at++;
    else parts.push(readOne(reader));
  }
}

function readOne(reader: Reader): TextQuery | null {
  const token = reader.tokens[reader.at];
  if (!token) return null;
  if (token.kind === 'not') {
    reader.at++;
    const next = reader.tokens[reader.at]?.kind;
    if (next !== 'term' && next !== '(' && next !== 'not') return null;
    const part = readOne(reader);
    return part && { kind: 'not', part };
  }
  if (token.kind === '(') {
    reader.at++;
    const inner = readAny(reader);
    // Where it is not closed, what is left over is refused by whoever reads the whole.
    if (reader.tokens[reader.at]?.kind === ')') reader.at++;
    else reader.at = reader.tokens.length + 1;
    return inner;
  }
  reader.at++;
  return token.kind === 'term' ? token.query : null;
}

function joined(kind: 'and' | 'or', parts: readonly (TextQuery | null)[]): TextQuery | null {
  const known = parts.filter((part) => part !== null);
  return known.length > 1 ? { kind, parts: known } : (known[0] ?? null);
}

const patterns = {
  blank: /\s+/uy,
  phrase: /"((?:[^"\\]|\\.)*)"(?:~(\d{1,3}))?(?:\^[\d.]+)?/suy,
  sign: /(&&|\|\||[()]|[+\-!](?=[^\s]))/uy,
  word: /(?:\\.|[^\s()"\\])+/suy,
};

function tokensOf(text: string): Token[] | TextProblem {
  const tokens: Token[] = [];
  let depth = 0;
  let at = 0;
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    if (next(patterns.blank)) continue;
    const phrase = next(patterns.phrase);
    if (phrase) {
      const words = foldedWords(unescaped(phrase[1] ?? ''));
      const query: TextQuery = { kind: 'phrase', words, slop: Math.min(Number(phrase[2] ?? 0), 10) };
      tokens.push({ kind: 'term', query: words.length > 0 ? query : null });
      continue;
    }
    const sign = next(patterns.sign)?.[1];
    if (sign) {
      depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
      if (depth < 0 || depth > 20) return { problem: 'unreadable' };
      tokens.push({ kind: signs[sign] ?? 'must' });
      continue;
    }
    const word = next(patterns.word)?.[0];
    // A quotation mark that nothing closes, or a backslash at the end.
    if (word === undefined) return { problem: 'unreadable' };
    const kind = operators[word];
    if (kind) {
      tokens.push({ kind });
      continue;
    }
    const query = termOf(word);
    if (query && 'problem' in query) return query;
    tokens.push({ kind: 'term', query });
  }
  return depth === 0 ? tokens : { problem: 'unreadable' };
}

const signs: Readonly<Record<string, '(' | ')' | 'and' | 'or' | 'not' | 'must'>> = {
  '(': '(',
  ')': ')',
  '&&': 'and',
  '||': 'or',
  '+': 'must',
  '-': 'not',
  '!': 'not',
};
const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' };

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gsu, '$1');
}

function termOf(written: string): TextQuery | null | TextProblem {
  const [, term = '', fuzzy] = /^(.*?)(~[\d.]*)?(?:\^[\d.]+)?$/su.exec(written) ?? [];
  // What is escaped is no wildcard: it is a blank, as all punctuation.
  const open = term.replaceAll(/\\[*?]/gu, ' ');
  if (/^[*?]/u.test(open) && /[^*?\s]/u.test(open)) {
    return { problem: 'wildcard-first', wildcard: open.charAt(0) };
  }
  if (/[*?]/u.test(open.replace(/\*+$/u, ''))) return patternOf(open);
  const words = foldedWords(unescaped(term));
  const [word] = words;
  if (word === undefined) return null;
  if (open.endsWith('*')) return { kind: 'prefix', words };
  if (fuzzy !== undefined && words.length === 1 && word.length > 2) return { kind: 'like', word };
  return { kind: 'words', words, written: unescaped(term) };
}

/** One word with what stands for other letters; punctuation ends it. */
function patternOf(open: string): TextQuery | null {
  const pieces = open.split(/([*?])/u);
  let pattern = '';
  for (const piece of pieces) {
    if (piece === '*') pattern += '%';
    else if (piece === '?') pattern += '_';
    else {
      const words = foldedWords(unescaped(piece));
      if (words.length > 1) return { kind: 'words', words: foldedWords(open), written: open };
      pattern += words[0] ?? '';
    }
  }
  return /^[%_]/u.test(pattern) || pattern === '' ? null : { kind: 'pattern', pattern };
}
