import { InvalidJql, problemAt } from './problems.ts';

/** The longest query that is read. */
export const maxJqlLength = 10_000;
const maxDepth = 60;
const maxClauses = 500;
const maxListed = 1_000;
/** Of properties and of fields by id. Very many that are never closed take the parser very long. */
const maxBrackets = 1_000;

/**
 * Counts what would take the parser or the database too long, before either is asked.
 * @throws InvalidJql that says which limit it is over
 */
export function requireReadable(jql: string): void {
  if (jql.length > maxJqlLength) {
    refuse(
      jql,
      `The query is too long: it has ${jql.length} characters, and at most ${maxJqlLength} can be read.`,
    );
  }
  const { depth, joints, commas } = measure(jql);
  if (depth > maxDepth) {
    refuse(
      jql,
      `The query is nested too deeply: at most ${maxDepth} levels of parentheses and NOT can be read.`,
    );
  }
  if (joints >= maxClauses) {
    refuse(jql, `The query has too many conditions: at most ${maxClauses} can be read.`);
  }
  if (jql.split('[').length > maxBrackets) {
    refuse(jql, `The query has too many brackets: at most ${maxBrackets} can be read.`);
  }
  if (commas >= maxListed) {
    refuse(jql, `The query has too many values: at most ${maxListed} can be listed.`);
  }
}

function refuse(jql: string, message: string): never {
  throw new InvalidJql([problemAt(jql, message, null)]);
}

const piece =
  /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\b(?:and|or|not)\b|[&|]{1,2}|!(?![=~])|[(),]|[^"'&|!(),\s]+|[!\s]/giu;

/** By its words alone, which need be no query: how deep its parentheses and negations are nested, how many words join conditions. */
function measure(jql: string): { depth: number; joints: number; commas: number } {
  let [open, deepest, joints, commas, negations] = [0, 0, 0, 0, 0];
  for (const [text] of jql.matchAll(piece)) {
    const word = text.toLowerCase();
    if (word === '(') open += 1;
    else if (word === ')') open = Math.max(0, open - 1);
    else if (word === ',') commas += 1;
    else if (word === 'and' || word === 'or' || word[0] === '&' || word[0] === '|') joints += 1;
    if (word === 'not' || word === '!') negations += 1;
    // What negates a condition directly stands with it; negations one after the other are nested.
    else if (word !== '(' && word.trim() !== '') negations = 0;
    deepest = Math.max(deepest, open + negations);
  }
  return { depth: deepest, joints, commas };
}
