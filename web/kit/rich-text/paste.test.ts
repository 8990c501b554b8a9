import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { type EditorNode, fromEditor } from './editor-document.ts';
import { schemaExtensions } from './editor-schema.ts';
import { filesOf, textToSlice } from './paste.ts';

const schema = getSchema([...schemaExtensions]);

function pasted(text: string) {
  const content = textToSlice(schema, text).content.toJSON() as EditorNode[];
  return fromEditor({ type: 'doc', content }).content;
}
function data(text: string, ...names: string[]): DataTransfer {
  return {
    getData: () => text,
    files: names.map((name) => new File(['x'], name)),
  } as unknown as DataTransfer;
}

test('pasted text keeps its paragraphs and lines', () => {
  expect(pasted('one\r\ntwo\n\n\nthree')).toEqual([
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'one' }, { type: 'hardBreak' }, { type: 'text', text: 'two' }],
    },
    { type: 'paragraph', content: [{ type: 'text', text: 'three' }] },
  ]);
  expect(pasted('<b>\nnot markup')).toEqual([
    {
      type: 'paragraph',
      content: [{ type: 'text', text: '<b>' }, { type: 'hardBreak' }, { type: 'text', text: 'not markup' }],
    },
  ]);
  // within a line, spaces count
  expect(textToSlice(schema, ' word ').content.firstChild?.text).toBe(' word ');
  expect(textToSlice(schema, '').size).toBe(0);
});

test('a picture is attached; text that comes with a picture of itself is text', () => {
  expect(filesOf(data('', 'shot.png'), true).map(({ name }) => name)).toEqual(['shot.png']);
  expect(filesOf(data('a cell', 'cell.png'), true)).toEqual([]);
  expect(filesOf(data('file:///a.png', 'a.png'), false).map(({ name }) => name)).toEqual(['a.png']);
  expect(filesOf(null, true)).toEqual([]);
});
