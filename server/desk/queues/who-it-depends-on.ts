import type { JqlViewer } from '../jql/context.ts';

/** Functions that say the same to everybody in one zone. What is not here may depend on who asks. */
const sameForAll: ReadonlySet<string> = new Set([
  'now',
  ...['day', 'week', 'month', 'year'].flatMap((unit) => [`startof${unit}`, `endof${unit}`]),
  ...['breached', 'completed', 'elapsed', 'everbreached', 'paused', 'remaining', 'running'],
  'withincalendarhours',
  'cascadeoption',
]);

/** What a word before a parenthesis is when it is no function. */
const words: ReadonlySet<string> = new Set(['in', 'and', 'or', 'not', 'was']);

const personalFields = /\b(filter|savedfilter|searchrequest|request|lastviewed|approvals?)\b/i;

/**
 * For whom a query of a desk finds what it finds for this person, in a word that is the same for all of them: everybody who reads
 * the same clocks, or the person alone. When in doubt, the latter.
 */
export function whoItDependsOn(jql: string, { id, timeZone, locale }: JqlViewer): string {
  return isPersonal(jql) ? `person ${id}` : `zone ${timeZone ?? ''} ${locale ?? ''}`;
}

function isPersonal(jql: string): boolean {
  const unquoted = jql.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""');
  if (personalFields.test(unquoted)) return true;
  for (const [, name = ''] of unquoted.matchAll(/(\w+)\s*\(/g)) {
    const word = name.toLowerCase();
    if (!words.has(word) && !sameForAll.has(word)) return true;
  }
  return false;
}
