import { expect, test } from 'vitest';
import { descriptionOf, fieldText, otherFields } from './field-texts.ts';

test('values are told in the words of the language', () => {
  expect(fieldText({ id: '10101', value: 'Work is blocked' }, 'en')).toBe('Work is blocked');
  expect(fieldText(2.5, 'de')).toBe('2,5');
  expect(fieldText('2026-01-31', 'en')).toBe('January 31, 2026');
  expect(fieldText('2026-01-31', 'de')).toBe('31. Januar 2026');
  expect(fieldText(['a', 'b'], 'en')).toBe('a, b');
  for (const nothing of [null, undefined, '', [], {}]) expect(fieldText(nothing, 'en')).toBeNull();
});

const request = {
  requestFieldValues: [
    { fieldId: 'summary', label: 'Summary', value: 'Printer' },
    { fieldId: 'description', label: 'What happened?', value: 'It beeps.' },
    { fieldId: 'customfield_10010', label: 'Impact', value: { id: '1', value: 'High' } },
    { fieldId: 'customfield_10011', label: 'Seats', value: null },
  ],
};

test('the details hold what the conversation does not show, and no empty answers', () => {
  expect(descriptionOf(request)).toBe('It beeps.');
  expect(otherFields(request, 'en')).toEqual([
    { fieldId: 'customfield_10010', label: 'Impact', text: 'High' },
  ]);
});
