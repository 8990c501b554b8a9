import type { Clause, Operand, Position, TerminalClause, ValueOperand } from '@atlaskit/jql-ast';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type JqlContext, type JqlViewer, loadJqlContext } from '../jql/context.ts';
import { fieldsNamed } from '../jql/named-fields.ts';
import { parseJql } from '../jql/parse.ts';
import { accountsNamed } from '../jql/people.ts';
import { RefusedJql } from '../jql/problems.ts';
import { quoted } from '../jql/suggest.ts';

/** A query in which people are named by their accountId. */
export interface NamedQuery {
  readonly jql: string;
  /** some of them are not known: "unknown" stands for them */
  readonly namesUnknown: boolean;
}

/**
 * Writes people into a query by their accountId, where it names them by e-mail address or display name. Whoever shares a name with
 * others is left as they are.
 *
 * @throws InvalidJql for what is no query
 */
export async function namePeople(db: Database, viewer: JqlViewer, jql: string): Promise<NamedQuery> {
  const { where } = parseJql(jql);
  const context = await loadJqlContext(db, viewer, [jql]);
  const named = where ? peopleIn(where, context) : [];
  const known = await accountIdsOf(db, [...new Set(named.map(({ value }) => value))]);
  const points = [...jql];
  let namesUnknown = false;
  // From the end, so that what stands before keeps its place.
  for (const { value, position } of named.toReversed()) {
    const ids = known.get(value) ?? [];
    if (ids.length > 1 || !position) continue;
    if (ids.length === 0) namesUnknown = true;
    points.splice(position[0], position[1] - position[0], quoted(ids[0] ?? 'unknown'));
  }
  return { jql: points.join(''), namesUnknown };
}

interface NamedPerson {
  readonly value: string;
  readonly position: Position | null;
}

function peopleIn(clause: Clause, context: JqlContext): NamedPerson[] {
  switch (clause.clauseType) {
    case 'compound':
      return clause.clauses.flatMap((part) => peopleIn(part, context));
    case 'not':
      return peopleIn(clause.clause, context);
    case 'terminal':
      return isAboutPeople(clause, context) && clause.operand ? valuesIn(clause.operand) : [];
  }
}

function isAboutPeople({ field }: TerminalClause, context: JqlContext): boolean {
  try {
    return fieldsNamed(field, context).every(({ kind, isAccountOf }) => kind === 'person' || isAccountOf);
  } catch (error) {
    // A field that is not known is not this one's to tell.
    if (error instanceof RefusedJql) return false;
    throw error;
  }
}

function valuesIn(operand: Operand): ValueOperand[] {
  if (operand.operandType === 'list') return operand.values.flatMap(valuesIn);
  return operand.operandType === 'value' ? [operand] : [];
}

/** The accountIds of those who are called so, by what they are called. */
async function accountIdsOf(db: Database, names: readonly string[]): Promise<Map<string, string[]>> {
  if (names.length === 0) return new Map();
  const each = names.map(
    (name) => sql`select ${name}::text as name, account.account_id as "accountId"
      from account where account.id in (${accountsNamed(name)})`,
  );
  const { rows } = await sql<{
    name: string;
    accountId: string;
  }>`${sql.join(each, sql` union all `)}`.execute(db);
  const byName = Map.groupBy(rows, ({ name }) => name);
  return new Map([...byName].map(([name, found]) => [name, found.map(({ accountId }) => accountId)]));
}
