import type { Clause, Field, Operand, TerminalClause } from '@atlaskit/jql-ast';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { checkJql } from '../jql/check.ts';
import { type JqlContext, type JqlViewer, loadJqlContext, siteItself } from '../jql/context.ts';
import { fieldsNamed } from '../jql/named-fields.ts';
import { parseJql } from '../jql/parse.ts';

/**
 * What is wrong with the query of a goal or a condition, in words; null: nothing. It is asked when something happens to a request, and
 * later once more of how the request was then, by nobody in particular: what would answer otherwise at another time, or to
 * somebody else, is refused.
 *
 * @param writer who writes it: they are told nothing of what they do not know
 * @param slaNames names of service levels, in lower case: clocks cannot depend on clocks
 */
export async function queryProblem(
  db: Database,
  writer: JqlViewer,
  jql: string,
  slaNames: ReadonlySet<string>,
): Promise<string | null> {
  try {
    const { where, orderBy } = parseJql(jql);
    if (!where) return 'Say for which requests it is.';
    if (orderBy) return 'Leave out ORDER BY: nothing is listed here.';
    const context = await loadJqlContext(db, writer, [jql]);
    const reason = reasonIn(where, { slaNames, isMoment: (field) => isMoment(field, context) });
    if (reason) return reason;
    const { errors, warnings } = await checkJql(db, writer, jql);
    const [problem] = [...errors, ...warnings];
    if (problem) return problem.message;
    // The site knows fields that the writer does not, and two of them may have one name.
    const { errors: others } = await checkJql(db, siteItself, jql);
    return others.length === 0
      ? null
      : 'This cannot be told apart here. Name fields by their ids, such as cf[10010].';
  } catch (error) {
    if (error instanceof Invalid) return error.message;
    throw error;
  }
}

// Words for points in time that are others at another time, and for whoever asks.
const movingFunctions =
  /^(now|(start|end)of(day|week|month|year)|current(user|login)|lastlogin|updatedby|issuehistory|(voted|watched)issues|my(approval|pending|pendingapproval)|pending|approved)$/i;
const relativeTime = /^[+-]?(\d+[wdhmMy]\s*)+$/;

function reasonIn(clause: Clause, known: Known): string | null {
  switch (clause.clauseType) {
    case 'compound':
      return clause.clauses.reduce<string | null>((found, part) => found ?? reasonIn(part, known), null);
    case 'not':
      return reasonIn(clause.clause, known);
    case 'terminal':
      return terminalReason(clause, known);
  }
}

function terminalReason(clause: TerminalClause, known: Known): string | null {
  const field = clause.field.value.toLowerCase();
  const { operator, operand } = clause;
  if (known.slaNames.has(field))
    return `"${clause.field.value}" is a service level: one cannot depend on another.`;
  if (operator && /^(was|changed)/.test(operator.value)) {
    return `"${operator.value}" asks for the past of a request. Ask for how it is: what happened to it is what events are for.`;
  }
  if (field === 'updated' || field === 'updateddate' || field === 'lastviewed') {
    return `"${clause.field.value}" changes with everything that happens, and cannot be asked here.`;
  }
  if (/^(filter|request|savedfilter|searchrequest)$/.test(field)) {
    return 'A saved filter is another query when somebody changes it. Write out what is meant.';
  }
  return operand ? operandReason(operand, known.isMoment(clause.field)) : null;
}

function operandReason(operand: Operand, isOfMoment: boolean): string | null {
  if (operand.operandType === 'list') {
    return operand.values.reduce<string | null>(
      (found, each) => found ?? operandReason(each, isOfMoment),
      null,
    );
  }
  if (operand.operandType === 'function' && movingFunctions.test(operand.function.value)) {
    return `${operand.function.value}() stands for something else tomorrow, or for somebody else. Name what is meant: clocks are computed once more later, and must come out the same.`;
  }
  if (isOfMoment && operand.operandType === 'value' && relativeTime.test(operand.value.trim())) {
    return `"${operand.value}" is another time tomorrow. Name a date, such as "2026-01-31".`;
  }
  return null;
}

/** What is known of fields. */
interface Known {
  readonly slaNames: ReadonlySet<string>;
  /** whether it is compared with points in time */
  isMoment(field: Field): boolean;
}

function isMoment(field: Field, context: JqlContext): boolean {
  try {
    return fieldsNamed(field, context).some(({ kind }) => kind === 'moment' || kind === 'day');
  } catch (error) {
    // That there is no such field is said by who checks the query.
    if (error instanceof Invalid) return false;
    throw error;
  }
}
