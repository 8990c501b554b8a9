import { displayAdf, readParagraphs } from '../../../fields/index.ts';
import type { OwnField } from './own-field.ts';

/** What a request is about: rich text, stored as ADF. */
export const descriptionField: OwnField = {
  settings: [],
  read: readParagraphs,
  jiraSchema: () => ({ type: 'string', system: 'description' }),
  serviceDeskValue: displayAdf,
  issueValue: (stored) => stored,
  display: displayAdf,
};
