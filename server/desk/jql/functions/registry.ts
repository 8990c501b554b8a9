import { slaFunctions } from '../../sla/jql-functions.ts';
import { approvalFunctions } from './approvals.ts';
import { cascadeOption } from './cascade-option.ts';
import { currentLogin } from './current-login.ts';
import { currentUser } from './current-user.ts';
import type { JqlFunction } from './function.ts';
import { standardIssueTypes, subtaskIssueTypes } from './issue-types.ts';
import { now } from './now.ts';
import { membersOf, organizationMembers } from './people.ts';
import { issueHistory, linkedIssues, updatedBy, votedIssues, watchedIssues } from './requests.ts';
import { startsAndEnds } from './start-and-end.ts';

const functions = new Map<string, JqlFunction>();

/**
 * Adds a function to those that queries know, in this process.
 * @throws Error when there is one of that name
 */
export function registerJqlFunction(added: JqlFunction): void {
  const name = added.name.toLowerCase();
  if (functions.has(name)) throw new Error(`There is a JQL function ${added.name}() already`);
  functions.set(name, added);
}

/** The function of this name, in whatever case; undefined: there is none. */
export function jqlFunctionNamed(name: string): JqlFunction | undefined {
  return functions.get(name.toLowerCase());
}

/** All functions, in the order of their names. */
export function allJqlFunctions(): JqlFunction[] {
  return [...functions.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

const own: readonly JqlFunction[] = [
  currentUser,
  membersOf,
  organizationMembers,
  now,
  currentLogin,
  ...startsAndEnds,
  linkedIssues,
  watchedIssues,
  votedIssues,
  issueHistory,
  updatedBy,
  ...approvalFunctions,
  cascadeOption,
  ...slaFunctions,
  standardIssueTypes,
  subtaskIssueTypes,
];
for (const each of own) registerJqlFunction(each);
