import { serviceRequestIssueType } from '../../request-types/json.ts';
import { jqlTypes } from '../field.ts';
import type { JqlFunction } from './function.ts';

function issueTypes(name: string, values: readonly string[]): JqlFunction {
  return {
    name,
    isList: true,
    types: [jqlTypes.issueType],
    takes: [0, 0],
    argumentNames: [],
    compile: () => ({ values }),
  };
}

/** All types of issues: there is one. */
export const standardIssueTypes = issueTypes('standardIssueTypes', [serviceRequestIssueType.name]);

/** There are no sub-tasks. */
export const subtaskIssueTypes = issueTypes('subtaskIssueTypes', []);
