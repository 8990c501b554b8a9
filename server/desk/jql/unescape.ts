import type { Argument, Clause, Field, Operand, Query } from '@atlaskit/jql-ast';

/**
 * Reads the escapes of Jira in names and values: \u0041, \n, \t, \r, \", \', \\ and \ before a space. Atlassian's parser leaves out the
 * backslash and keeps the letter.
 */
export function unescapeValues({ where, orderBy }: Query): void {
  if (where) inClause(where);
  for (const { field } of orderBy?.fields ?? []) inField(field);
}

function inClause(clause: Clause): void {
  switch (clause.clauseType) {
    case 'compound':
      for (const part of clause.clauses) inClause(part);
      return;
    case 'not':
      inClause(clause.clause);
      return;
    case 'terminal':
      inField(clause.field);
      if (clause.operand) inOperand(clause.operand);
      for (const { operand } of clause.predicates) if (operand) inOperand(operand);
  }
}

function inField(field: Field): void {
  decode(field);
  for (const { key, path } of field.properties ?? []) {
    if (key) decode(key);
    for (const step of path ?? []) decode(step);
  }
}

function inOperand(operand: Operand): void {
  if (operand.operandType === 'value') decode(operand);
  if (operand.operandType === 'list') for (const each of operand.values) inOperand(each);
  if (operand.operandType === 'function') for (const argument of operand.arguments) decode(argument);
}

const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function decode(node: Pick<Argument, 'text' | 'value'>): void {
  node.value = storable(node.value);
  if (!node.text.includes('\\')) return;
  const [quote = ''] = node.text;
  const isQuoted = (quote === '"' || quote === "'") && node.text.length > 1 && node.text.endsWith(quote);
  const inner = isQuoted ? node.text.slice(1, -1) : node.text;
  const value = inner.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/gisu, (_all, code?: string, letter = '') =>
    code === undefined ? (letters[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );
  node.value = storable(value);
}

/** PostgreSQL has no text with the character 0 or with half a character in it, and refuses to be asked for one. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}
