import { cleanText } from '../../platform/formats/rich-text.ts';
import { customSchema, type FieldType, isEmpty } from '../field.ts';
import { nothingStored } from './stored.ts';
import { maxLineLength } from './text.ts';

/** Most labels of one value. */
const maxLabels = 100;

/** Words that people make up, without spaces; stored as a list. */
export const labelsField: FieldType = {
  settings: ['maxValues'],
  read(input, { settings }) {
    if (isEmpty(input)) return { value: null };
    if (!Array.isArray(input) || input.some((label) => typeof label !== 'string')) {
      return { problem: 'This must be a list of words.' };
    }
    const labels = [...new Set(input.map((label: string) => cleanText(label)))].filter(
      (label) => label !== '',
    );
    const spaced = labels.find((label) => /\s/u.test(label));
    if (spaced !== undefined) {
      return {
        problem: `A label has no spaces: write "${spaced.replaceAll(/\s+/gu, '-')}" instead of "${spaced}".`,
      };
    }
    if (labels.some((label) => label.length > maxLineLength)) {
      return { problem: `A label has at most ${maxLineLength} characters.` };
    }
    const most = settings.maxValues ?? maxLabels;
    if (labels.length > most) return { problem: `At most ${most} labels can be given.` };
    return { value: labels.length === 0 ? null : labels };
  },
  jiraSchema: (field) => ({ type: 'array', items: 'string', ...customSchema(field, 'labels') }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: (stored) => (Array.isArray(stored) ? stored.join(', ') : ''),
  query: (stored, _field, holds) => ({
    kind: 'reference',
    operators: ['=', '!=', 'in', 'not in', 'is', 'is not'],
    column: stored,
    is: (value) => holds([value]),
    isEmpty: nothingStored(stored),
  }),
};
