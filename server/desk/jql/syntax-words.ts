import { RESERVED_WORDS } from '@atlaskit/jql-ast';

const operators =
  "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS', 'IS NOT', 'WAS', 'WAS NOT', " +
  "'WAS IN', 'WAS NOT IN' and 'CHANGED'.";

/**
 * Says in Jira's words what Atlassian's parser says in those of its grammar.
 *
 * @param description the parser's, such as: mismatched input 'x' expecting {EMPTY, STRING}
 * @param start index of what was not expected, in code points
 */
export function syntaxMessage(description: string, jql: string, start: number): string {
  const expected = /(?:expecting|missing) (\{.*\}|'.'|\S+?)(?: at .*)?$/su.exec(description)?.[1] ?? '';
  const rest = [...jql].slice(start).join('');
  if (rest.trim() === '') return `${wanted(expected)} before the end of the query.${hint(expected)}`;
  const [quote = ''] = rest;
  if ((quote === '"' || quote === "'") && !isClosed(rest)) {
    return `The quoted string '${cut(rest)}' has not been completed.`;
  }
  const found =
    /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\p{L}\p{N}_.-]+|[<>!=~&|]+|.)/su.exec(rest)?.[0] ?? rest;
  if (RESERVED_WORDS.has(found.toLowerCase()) && /STRING/.test(expected)) {
    return `'${found}' is a reserved JQL word. You must surround it in quotation marks to use it in a query.`;
  }
  if (/^[{}*/%+^$#@?;[\]]$/.test(found)) {
    const code = found.charCodeAt(0).toString(16).padStart(4, '0');
    return `The character '${found}' is a reserved JQL character. You must enclose it in a string or use the escape '\\u${code}' instead.`;
  }
  return `${wanted(expected)} but got '${cut(found)}'.${hint(expected, found)}`;
}

function isClosed(quotedText: string): boolean {
  return /^(["'])(?:(?!\1)[^\\]|\\.)*\1/su.test(quotedText);
}

function cut(text: string): string {
  return text.length > 50 ? `${text.slice(0, 50)}…` : text;
}

/** What a set of the grammar's words stands for. */
function wanted(expected: string): string {
  if (/CHANGED|'~'/.test(expected)) return 'Expecting operator';
  if (expected === 'IN') return "Expecting 'IN' after 'NOT'";
  if (expected === "'('") return "Expecting '(' or a function";
  if (expected === "')'") return "Expecting ')'";
  if (expected === 'EMPTY') return "Expecting 'EMPTY' or 'NULL'";
  if (/ORDER/.test(expected) && !/STRING/.test(expected)) return "Expecting either 'OR' or 'AND'";
  if (/EMPTY/.test(expected)) return 'Expecting either a value, list or function';
  if (/STRING/.test(expected)) return 'Expecting a field name';
  if (/BY/.test(expected)) return "Expecting 'BY' after 'ORDER'";
  if (/','/.test(expected)) return "Expecting ',' or ')'";
  return 'Expecting something else';
}

function hint(expected: string, found?: string): string {
  if (/CHANGED|'~'/.test(expected)) return ` ${operators}`;
  if (found === undefined) return '';
  if (/EMPTY,|, EMPTY/.test(expected)) {
    return ` You must surround '${cut(found)}' in quotation marks to use it as a value.`;
  }
  if (/STRING/.test(expected)) {
    return ` You must surround '${cut(found)}' in quotation marks to use it as a field name.`;
  }
  return '';
}
