import { readLine } from '../../../fields/index.ts';
import type { OwnField } from './own-field.ts';

/** What a request is called in lists: one line, which every request has. */
export const summaryField: OwnField = {
  settings: [],
  read: readLine,
  jiraSchema: () => ({ type: 'string', system: 'summary' }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: String,
};
