import { expect, test } from 'vitest';
import { moreFields } from '../../kit/request-form/fields/more-fields.ts';
import { selectField } from '../../kit/request-form/fields/select.tsx';
import { textField } from '../../kit/request-form/fields/text.tsx';
import type { Options } from './bulk-queries.ts';
import { bulkFields, type EditedField, type Mode, problemsIn, sentOf } from './edited-field.ts';

const labels = moreFields['labels'] ?? textField;
const reading = {
  moduleOf: ({ _portico }: { _portico: { type: string } }) =>
    _portico.type === 'labels' ? labels : _portico.type === 'select' ? selectField : textField,
  read: { timeZone: 'Europe/Berlin', fileIds: [], now: new Date('2026-01-31T12:00:00Z') },
};

function meta(key: string, type: string, extra: object = {}) {
  return {
    count: 2,
    meta: {
      key,
      name: key,
      required: false,
      schema: { type },
      hasDefaultValue: false,
      operations: ['set'],
      ...extra,
    },
  };
}

const options: Options = {
  total: 3,
  transitions: [],
  fields: [
    meta('summary', 'string'),
    meta('priority', 'priority', { required: true, allowedValues: [{ id: '1', name: 'High' }] }),
    meta('assignee', 'user', { schema: { type: 'user', system: 'assignee' } }),
    meta('customfield_1', 'array', {
      operations: ['add', 'set', 'remove'],
      _portico: { type: 'labels', settings: {} },
    }),
  ],
};

function edited(fieldId: string, state: string, mode: Mode = 'set'): EditedField {
  const field = bulkFields(options).find(({ form }) => form.fieldId === fieldId);
  if (!field) throw new Error(`There is no ${fieldId}`);
  return { field, mode, state };
}

test('summaries are not changed in many requests, and lists know more than to be set', () => {
  expect(bulkFields(options).map(({ form, modes }) => [form.fieldId, modes])).toEqual([
    ['priority', ['set']],
    ['assignee', ['set']],
    ['customfield_1', ['add', 'set', 'remove']],
  ]);
});

test('nothing in a field empties it, but what is required or to be added has to be said', () => {
  const empty = [edited('priority', ''), edited('assignee', ''), edited('customfield_1', '', 'add')];
  expect(problemsIn(empty, reading)).toEqual({ priority: 'missing', customfield_1: 'missing' });
  expect(sentOf([edited('assignee', ''), edited('customfield_1', '')], reading)).toEqual({
    fields: { assignee: null, customfield_1: null },
  });
});

test('what is added and taken out is sent apart from what is set', () => {
  const list = labels.initial(
    {
      ...edited('customfield_1', '').field.form,
      defaultValues: [{ value: JSON.stringify(['vpn', 'berlin']), label: '' }],
    },
    reading.read,
  );
  expect(sentOf([edited('priority', '1'), edited('customfield_1', list, 'add')], reading)).toEqual({
    fields: { priority: { id: '1' } },
    update: { customfield_1: [{ add: 'vpn' }, { add: 'berlin' }] },
  });
});
