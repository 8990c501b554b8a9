import type { IssueJson } from '../issues/issue-json.ts';

interface Cycle {
  readonly remainingTime?: { readonly friendly: string };
}
interface LinkCell {
  readonly type: { readonly inward: string; readonly outward: string };
  readonly inwardIssue?: { readonly key: string };
  readonly outwardIssue?: { readonly key: string };
}

/** What a field of an issue says in a table of plain text. The issue is as api/2 shows it, with what was filled in in words. */
export function cellText(issue: IssueJson, column: string): string {
  if (column === 'issuekey') return issue.key;
  if (column === 'requesttype') return issue._portico.requestType.name;
  const filled = issue._portico.fields?.find(({ id }) => id === column);
  if (filled) return filled.value;
  return textOf((issue.fields as Record<string, unknown>)[column]);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return dateText(value) ?? value;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if ('displayName' in value) return String(value.displayName);
  if ('filename' in value) return String(value.filename);
  if ('watchCount' in value) return String(value.watchCount);
  if ('votes' in value) return String(value.votes);
  if ('completedCycles' in value) return slaText(value as never);
  if ('inwardIssue' in value || 'outwardIssue' in value) return linkText(value as never);
  if ('name' in value) return String(value.name);
  // Comments and work: how many.
  if ('total' in value) return String(value.total);
  return '';
}

/** A moment as spreadsheets read it, by the clocks of whoever reads; null: it is none. */
function dateText(value: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d\.\d{3}[+-]\d{4}$/.exec(value);
  return match ? `${match[1]} ${match[2]}` : null;
}

function linkText({ type, inwardIssue, outwardIssue }: LinkCell): string {
  return outwardIssue ? `${type.outward} ${outwardIssue.key}` : `${type.inward} ${inwardIssue?.key ?? ''}`;
}

/** What is left of the time, or was when it was done. */
function slaText({
  ongoingCycle,
  completedCycles,
}: {
  readonly ongoingCycle?: Cycle;
  readonly completedCycles: readonly Cycle[];
}): string {
  return (ongoingCycle ?? completedCycles.at(-1))?.remainingTime?.friendly ?? '';
}

const beginsFormula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Numbers and durations below zero, which are what they look like. */
const isBelowZero = /^-\d[\d.,]*(h( \d+m)?|m)?$/;

// Where spreadsheets part cells by semicolons or tabs, as in Germany, a cell also begins after one of them, or after the end of a line.
// What follows "- " there is an item of a list.
const beginsFormulaWithin = /(?=[=+@\uFF1D\uFF0B\uFF20]|[-\uFF0D][^ -])(?<=[;\t\r\n] *)/g;

/** A text that no spreadsheet takes for a formula: what begins like one has a quote in front. */
export function disarmed(text: string): string {
  const safe = text.replaceAll(beginsFormulaWithin, "'");
  return beginsFormula.test(text) && !isBelowZero.test(text) ? `'${safe}` : safe;
}
