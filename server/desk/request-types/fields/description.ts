import type { FieldType } from './field-type.ts';
import { displayAdf, readParagraphs } from './paragraph.ts';

/** What a request is about: rich text, stored as ADF. */
export const descriptionField: FieldType = {
  read: readParagraphs,
  jiraSchema: () => ({ type: 'string', system: 'description' }),
  serviceDeskValue: displayAdf,
  issueValue: (stored) => stored,
  display: displayAdf,
};
