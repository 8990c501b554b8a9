import type { Clause, Operand } from '@atlaskit/jql-ast';
import { Invalid } from '../../platform/http/errors.ts';
import type { JqlViewer } from '../jql/context.ts';
import { parseJql } from '../jql/parse.ts';

/** Functions that say the same to everybody in one zone. What is not here may depend on who asks. */
const sameForAll: ReadonlySet<string> = new Set([
  'now',
  ...['day', 'week', 'month', 'year'].flatMap((unit) => [`startof${unit}`, `endof${unit}`]),
  ...['breached', 'completed', 'elapsed', 'everbreached', 'paused', 'remaining', 'running'],
  'withincalendarhours',
  'cascadeoption',
]);

const personalFields: ReadonlySet<string> = new Set([
  ...['filter', 'savedfilter', 'searchrequest', 'request'],
  ...['lastviewed', 'approval', 'approvals'],
]);

/**
 * For whom a query of a desk finds what it finds for this person, in a word that is the same for all of them: everybody who reads
 * the same clocks, or the person alone. When in doubt, the latter.
 */
export function whoItDependsOn(jql: string, { id, timeZone, locale }: JqlViewer): string {
  return isPersonal(jql) ? `person ${id}` : `zone ${timeZone ?? ''} ${locale ?? ''}`;
}

// As it was read, and not by its text: names of fields and functions can be in quotes, and have escapes in them.
function isPersonal(jql: string): boolean {
  try {
    const { where } = parseJql(jql);
    return where !== undefined && isPersonalClause(where);
  } catch (error) {
    if (error instanceof Invalid) return true;
    throw error;
  }
}

function isPersonalClause(clause: Clause): boolean {
  switch (clause.clauseType) {
    case 'compound':
      return clause.clauses.some(isPersonalClause);
    case 'not':
      return isPersonalClause(clause.clause);
    case 'terminal': {
      const operands = [clause.operand, ...clause.predicates.map(({ operand }) => operand)];
      return (
        personalFields.has(clause.field.value.toLowerCase()) ||
        operands.some((operand) => operand !== undefined && isPersonalOperand(operand))
      );
    }
  }
}

function isPersonalOperand(operand: Operand): boolean {
  if (operand.operandType === 'list') return operand.values.some(isPersonalOperand);
  return operand.operandType === 'function' && !sameForAll.has(operand.function.value.toLowerCase());
}
