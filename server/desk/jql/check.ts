import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { desksServedBy } from '../access-rules.ts';
import { compileJql } from './compile.ts';
import { type JqlContext, type JqlViewer, loadJqlContext } from './context.ts';
import { fieldsKnownTo } from './custom-fields-known.ts';
import { valuesLike } from './known-values.ts';
import { type NamedThing, namedThings } from './named-things.ts';
import { parseJql } from './parse.ts';
import { InvalidJql, type JqlProblem, problemAt } from './problems.ts';
import { closestTo, quoted } from './suggest.ts';

/** What is wrong with a query. */
export interface JqlCheck {
  /** it cannot be run */
  readonly errors: readonly JqlProblem[];
  /** it can be run, and names what there is not */
  readonly warnings: readonly JqlProblem[];
}

/** Says all that is wrong with a query as this person would ask it, in a few questions to the database whatever it names. */
export async function checkJql(db: Database, viewer: JqlViewer, jql: string): Promise<JqlCheck> {
  let context: JqlContext;
  const errors: JqlProblem[] = [];
  try {
    context = await loadJqlContext(db, viewer, [jql]);
  } catch (error) {
    if (error instanceof InvalidJql) return { errors: error.problems, warnings: [] };
    throw error;
  }
  try {
    compileJql(jql, context);
  } catch (error) {
    if (!(error instanceof InvalidJql)) throw error;
    errors.push(...error.problems);
  }
  const { where } = parseJql(jql);
  const missing = where ? await missingOf(db, namedThings(where, viewer, context)) : [];
  const warnings: JqlProblem[] = [];
  for (const { message, position, field, value } of missing.slice(0, maxSuggestions)) {
    const like = field && value !== undefined ? await valuesLike(db, viewer, field) : [];
    const meant = value === undefined ? undefined : closestTo(value, like);
    warnings.push(problemAt(jql, message, position, meant === undefined ? undefined : quoted(meant)));
  }
  for (const { message, position } of missing.slice(maxSuggestions)) {
    warnings.push(problemAt(jql, message, position));
  }
  return { errors: await withFieldsMeant(db, viewer, jql, errors), warnings };
}

const unknownField = /^Field '.*' does not exist or you do not have permission to view it\. (?=\(line)/su;

/** Of custom fields only those that a query names are loaded: which one may have been meant is looked up where there is none. */
async function withFieldsMeant(
  db: Database,
  viewer: JqlViewer,
  jql: string,
  problems: readonly JqlProblem[],
): Promise<readonly JqlProblem[]> {
  if (!problems.some(({ message }) => unknownField.test(message))) return problems;
  const { rows } = await sql<{ name: string }>`
    select field.name from field where field.archived_at is null and ${fieldsKnownTo(viewer)}
    union select m.name from sla_metric m join service_desk on service_desk.id = m.service_desk_id
      where ${desksServedBy(viewer)}
    limit 2000`.execute(db);
  const names = rows.map(({ name }) => name);
  return problems.map((problem) => {
    const [said] = unknownField.exec(problem.message) ?? [];
    const word = jql.slice(problem.start, problem.end).replace(/^(["'])(.*)\1$/su, '$2');
    const meant = said === undefined ? undefined : closestTo(word, names);
    if (said === undefined || meant === undefined) return problem;
    const message = problem.message.replace(said, () => `${said}Did you mean '${meant}'? `);
    return { ...problem, message, suggestion: quoted(meant) };
  });
}

/** For how many of the values that there are not it is looked up what may have been meant. */
const maxSuggestions = 5;

/** Those that there are not, asked all at once. */
async function missingOf(db: Database, things: readonly NamedThing[]): Promise<NamedThing[]> {
  const [unknown, asked] = [things.filter(({ is }) => is === false), things.filter(({ is }) => is !== false)];
  if (asked.length === 0) return unknown;
  const { rows } = await sql<{ known: boolean[] }>`
    select array[${sql.join(asked.map(({ is }) => sql`${is}::boolean`))}] as known`.execute(db);
  const known = rows[0]?.known ?? [];
  const absent = new Set([...unknown, ...asked.filter((_, index) => !known[index])]);
  return things.filter((thing) => absent.has(thing));
}
