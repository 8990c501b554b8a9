import { expect, test } from 'vitest';
import {
  changeField,
  dissolveSection,
  entriesOf,
  entryErrors,
  errorsAfter,
  type FormEntries,
  goesIntoSections,
  inputOf,
  insertEntry,
  moveEntry,
  newField,
  placeBeside,
  placeOneStep,
  removeEntry,
} from './form-entries.ts';
import type { AskableField } from './request-type-queries.ts';

/** a, [s: b, c], d, [e: ] */
const form: FormEntries = [
  { field: newField('a') },
  section('s', ['b', 'c']),
  { field: newField('d') },
  section('e', []),
];

function section(id: string, keys: string[]) {
  return { section: { id, title: id, description: '', showWhen: null, fields: keys.map(newField) } };
}

/** As one reads it: `a [s b c] d [e]`. */
function outline(entries: FormEntries): string {
  return entries
    .map(({ field, section: each }) =>
      field ? field.key : `[${[each.id, ...each.fields.map(({ key }) => key)].join(' ')}]`,
    )
    .join(' ');
}

test('a new field lands at its place: on top, in a section, at the end of either', () => {
  const entry = { field: newField('x') };
  expect(outline(insertEntry(form, entry, { section: null, before: 's' }))).toBe('a x [s b c] d [e]');
  expect(outline(insertEntry(form, entry, { section: null, before: null }))).toBe('a [s b c] d [e] x');
  expect(outline(insertEntry(form, entry, { section: 's', before: 'c' }))).toBe('a [s b x c] d [e]');
  expect(outline(insertEntry(form, entry, { section: 'e', before: null }))).toBe('a [s b c] d [e x]');
});

test('a field moves into a section, out of it, and within it', () => {
  expect(outline(moveEntry(form, 'd', { section: 's', before: 'b' }))).toBe('a [s d b c] [e]');
  expect(outline(moveEntry(form, 'b', { section: null, before: 'a' }))).toBe('b a [s c] d [e]');
  expect(outline(moveEntry(form, 'c', { section: 's', before: 'b' }))).toBe('a [s c b] d [e]');
  expect(outline(moveEntry(form, 'b', { section: 'e', before: null }))).toBe('a [s c] d [e b]');
});

test('a section moves with its fields, and never into another', () => {
  expect(outline(moveEntry(form, 's', { section: null, before: null }))).toBe('a d [e] [s b c]');
  expect(moveEntry(form, 's', { section: 'e', before: null })).toBe(form);
});

test('the summary stays outside of sections', () => {
  const withSummary: FormEntries = [{ field: newField('summary') }, ...form];
  expect(moveEntry(withSummary, 'summary', { section: 's', before: null })).toBe(withSummary);
  expect(goesIntoSections(withSummary, 'summary')).toBe(false);
  const before = moveEntry(withSummary, 'summary', { section: null, before: 's' });
  expect(placeOneStep(before, 'summary', 1)).toEqual({ section: null, before: 'd' });
});

test('what is let go beside an entry lands before or after it', () => {
  expect(placeBeside(form, 'c', 'before', 'a')).toEqual({ section: 's', before: 'c' });
  expect(placeBeside(form, 'c', 'after', 'a')).toEqual({ section: 's', before: null });
  expect(placeBeside(form, 'a', 'after', 'x')).toEqual({ section: null, before: 's' });
  // what is moved does not count as what it lands before
  expect(placeBeside(form, 'a', 'after', 's')).toEqual({ section: null, before: 'd' });
});

test('step by step a field goes through the form as it is read, into sections and out of them', () => {
  const seen: string[] = [];
  let current: FormEntries = form;
  for (let place = placeOneStep(current, 'a', 1); place; place = placeOneStep(current, 'a', 1)) {
    current = moveEntry(current, 'a', place);
    seen.push(outline(current));
  }
  expect(seen).toEqual([
    '[s a b c] d [e]',
    '[s b a c] d [e]',
    '[s b c a] d [e]',
    '[s b c] a d [e]',
    '[s b c] d a [e]',
    '[s b c] d [e a]',
    '[s b c] d [e] a',
  ]);
  const back: string[] = [];
  for (let place = placeOneStep(current, 'a', -1); place; place = placeOneStep(current, 'a', -1)) {
    current = moveEntry(current, 'a', place);
    back.push(outline(current));
  }
  expect(back).toEqual([...seen.slice(0, -1).reverse(), outline(form)]);
});

test('a section steps past whole sections', () => {
  expect(placeOneStep(form, 's', 1)).toEqual({ section: null, before: 'e' });
  expect(placeOneStep(form, 'e', -1)).toEqual({ section: null, before: 'd' });
  expect(placeOneStep(form, 'e', 1)).toBeNull();
});

test('a field is taken off wherever it is; a section goes and leaves its fields', () => {
  expect(outline(removeEntry(form, 'b'))).toBe('a [s c] d [e]');
  expect(outline(removeEntry(form, 'd'))).toBe('a [s b c] [e]');
  expect(outline(dissolveSection(form, 's'))).toBe('a b c d [e]');
});

test('the server’s messages stay with the entries that they are about', () => {
  const errors = entryErrors(form, {
    'form.0.field.label': 'long',
    'form.1.section.title': 'none',
    'form.1.section.fields.1.showWhen.rules.0.values': 'which',
    form: 'no summary',
    name: 'taken',
  });
  expect(errors).toEqual({
    a: { label: 'long' },
    s: { title: 'none' },
    c: { 'showWhen.rules.0.values': 'which' },
    '': { form: 'no summary', name: 'taken' },
  });
});

test('a message goes when what it is about is changed, and stays when something else is', () => {
  const errors = {
    a: { label: 'long' },
    s: { title: 'none' },
    c: { 'showWhen.rules.0.field': 'later', helpText: 'long' },
    '': { name: 'taken' },
  };
  const changed = changeField(form, 'a', { label: 'Short' });
  expect(errorsAfter(errors, form, changed)).toEqual({
    s: { title: 'none' },
    c: { helpText: 'long' },
    '': { name: 'taken' },
  });
  expect(errorsAfter(errors, form, changeField(form, 'c', { helpText: '' }))).toMatchObject({
    a: { label: 'long' },
    s: { title: 'none' },
  });
});

test('a label that is the field’s own name is shown as none, and everything else is sent as it came', () => {
  const fields: AskableField[] = [
    { key: 'summary', name: 'Summary', type: 'summary', settings: {}, options: [] },
    { key: 'customfield_1', name: 'System', type: 'text', settings: {}, options: [] },
  ];
  const shown = { helpText: 'h', isRequired: true, isHidden: false, preset: null, showWhen: null };
  const entries = entriesOf(
    {
      form: [
        { field: { key: 'summary', label: 'Summary', isArchived: false, ...shown } },
        {
          section: {
            title: 'More',
            description: '',
            showWhen: null,
            fields: [{ key: 'customfield_1', label: 'Which?', isArchived: false, ...shown }],
          },
        },
      ],
    },
    fields,
  );
  const sent = { helpText: 'h', isRequired: true, isHidden: false, showWhen: null };
  expect(inputOf(entries)).toEqual([
    { field: { key: 'summary', label: '', ...sent } },
    {
      section: {
        title: 'More',
        description: '',
        showWhen: null,
        fields: [{ key: 'customfield_1', label: 'Which?', ...sent }],
      },
    },
  ]);
});

test('a hidden field is sent with its preset, and not as required', () => {
  const hidden = changeField([{ field: newField('x') }], 'x', {
    isHidden: true,
    isRequired: true,
    preset: { id: '1' },
  });
  expect(inputOf(hidden)).toEqual([
    {
      field: {
        key: 'x',
        label: '',
        helpText: '',
        isHidden: true,
        isRequired: false,
        showWhen: null,
        preset: { id: '1' },
      },
    },
  ]);
});
