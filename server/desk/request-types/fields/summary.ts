import type { FieldType } from './field-type.ts';
import { readLine } from './text.ts';

/** What a request is called in lists: one line, which every request has. */
export const summaryField: FieldType = {
  read: readLine,
  jiraSchema: () => ({ type: 'string', system: 'summary' }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: String,
};
