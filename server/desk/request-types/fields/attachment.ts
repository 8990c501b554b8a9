import { isEmpty } from '../../../fields/index.ts';
import type { OwnField } from './own-field.ts';

/** Most files that can come with one form or one answer. */
export const maxAttachments = 20;

/**
 * Files that come with a request, read as the ids of temporary attachments. They are stored as attachments of the request
 * (attachments/), which also knows whose they are; there is no value of the field itself.
 */
export const attachmentField: OwnField = {
  settings: [],
  read(input) {
    if (isEmpty(input)) return { value: null };
    if (!Array.isArray(input) || input.some((id) => typeof id !== 'string')) {
      return { problem: 'This must be a list of temporary attachment ids.' };
    }
    if (input.length > maxAttachments) return { problem: `Attach at most ${maxAttachments} files at once.` };
    return { value: input.length === 0 ? null : [...new Set<string>(input)] };
  },
  jiraSchema: () => ({ type: 'array', items: 'attachment', system: 'attachment' }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: () => '',
};
