import { expect, test } from 'vitest';
import { descriptionOf } from './description.ts';
import { otherValues } from './form-values.ts';

const of = (type: string, title?: string) => ({
  _portico: { type, section: title === undefined ? null : { id: title, title } },
});

const request = {
  requestFieldValues: [
    { fieldId: 'summary', label: 'Summary', value: 'Printer', ...of('summary') },
    { fieldId: 'description', label: 'What happened?', value: 'It beeps.', ...of('description') },
    {
      fieldId: 'customfield_10010',
      label: 'Impact',
      value: { id: '1', value: 'High' },
      ...of('select', 'A'),
    },
    { fieldId: 'customfield_10011', label: 'Seats', value: null, ...of('number') },
    { fieldId: 'customfield_10012', label: 'People', value: [], ...of('people') },
  ],
};

test('the details hold what the conversation does not show, and no empty answers', () => {
  expect(descriptionOf(request)).toEqual({ text: 'It beeps.', document: undefined });
  expect(otherValues(request, { language: 'en', timeZone: undefined })).toEqual([
    {
      fieldId: 'customfield_10010',
      label: 'Impact',
      type: 'select',
      value: { id: '1', value: 'High' },
      section: { id: 'A', title: 'A' },
    },
  ]);
});
