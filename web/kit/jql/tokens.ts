/** A piece of a query, with where it begins and ends in the text. */
export interface Token {
  readonly kind: 'word' | 'string' | 'operator' | 'open' | 'close' | 'comma';
  /** as it is written */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** false for a string whose closing quote is missing */
  readonly isClosed: boolean;
}

const pattern =
  /\s+|"(?:[^"\\]|\\[\s\S])*("|\\?$)|'(?:[^'\\]|\\[\s\S])*('|\\?$)|(!=|!~|>=|<=|&&|\|\||[=~<>!&|])|(\()|(\))|(,)|(?:[^\s"'=~<>!&|(),[\]]+(?:\[[^\]\s]*\]?)?)+|[[\]]/y;

/** Takes a query apart. Every character but white space is in a token, whatever was typed. */
export function tokenize(jql: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < jql.length) {
    const start = pattern.lastIndex;
    const match = pattern.exec(jql);
    if (!match) break;
    const [text, double, single, operator, open, close, comma] = match;
    const end = start + text.length;
    const token = { text, start, end, isClosed: true };
    if (double !== undefined || single !== undefined) {
      tokens.push({ ...token, kind: 'string', isClosed: /["']/.test(double ?? single ?? '') });
    } else if (operator) tokens.push({ ...token, kind: 'operator' });
    else if (open) tokens.push({ ...token, kind: 'open' });
    else if (close) tokens.push({ ...token, kind: 'close' });
    else if (comma) tokens.push({ ...token, kind: 'comma' });
    else if (text.trim() !== '') tokens.push({ ...token, kind: 'word' });
  }
  return tokens;
}

/** What a word or string says, without its quotes. */
export function unquoted(text: string): string {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return text;
  const isClosed = text.length > 1 && text.endsWith(quote) && !/(?:^|[^\\])(?:\\\\)*\\.$/.test(text);
  return text.slice(1, isClosed ? -1 : undefined).replace(/\\([\s\S])/g, '$1');
}

/** Words that mean something to the language and so are written in quotes when they are values. */
const reserved = new Set(
  (
    'and or not in is was changed empty null order by asc desc on before after from to during ' +
    'abort access add after alias all alter any audit avg begin between boolean break byte catch char check close ' +
    'commit connect continue count create current date decimal declare default delete distinct divide do double drop ' +
    'else encoding end equals escape exclusive exec execute exists explain false fetch file field first float for ' +
    'function go goto grant greater group having identified if immediate increment index initial inner inout input ' +
    'insert int integer intersect intersection into isempty isnull join last left less like limit lock long max min ' +
    'minus mode modify modulo more multiply next noaudit notin nowait number object of option outer output power ' +
    'previous prior privileges public raise raw remainder rename resource return returns revoke right row rowid rownum ' +
    'rows select session set share size sqrt start strict string subtract sum synonym table then trans transaction ' +
    'trigger true uid union unique update user validate values view when whenever where while with'
  ).split(' '),
);

/** A value as it is written in a query: with quotes where it needs them. */
export function quoted(value: string): string {
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return value;
  if (/^[\p{L}\d_.:-]+$/u.test(value) && !/^[-.]/.test(value) && !reserved.has(value.toLowerCase()))
    return value;
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
