import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAdf } from '../../../server/platform/formats/read-adf.ts';
import { anyDocument } from '../../../server/platform/formats/testing-adf.ts';
import type { AdfDocument, AdfNode } from './adf.ts';
import { type EditorNode, fromEditor, toEditor } from './editor-document.ts';
import { schemaExtensions } from './editor-schema.ts';

const schema = getSchema([...schemaExtensions]);

/** As the editor gives it back: checked by its schema, and through it. */
function edited(document: AdfDocument): AdfDocument {
  const node = schema.nodeFromJSON(toEditor(document));
  node.check();
  return fromEditor(node.toJSON() as EditorNode);
}

/** The order of marks says nothing. */
function sorted<Node extends AdfNode | AdfDocument>(node: Node): Node {
  const marks = 'marks' in node && node.marks?.toSorted((one, other) => one.type.localeCompare(other.type));
  return { ...node, ...(marks && { marks }), ...(node.content && { content: node.content.map(sorted) }) };
}

function doc(...content: AdfNode[]): AdfDocument {
  return { type: 'doc', version: 1, content };
}
function paragraph(...content: AdfNode[]): AdfNode {
  return { type: 'paragraph', content };
}
function text(value: string): AdfNode {
  return { type: 'text', text: value };
}

test('any document is the same after it was opened in the editor and saved', () => {
  fc.assert(
    fc.property(anyDocument(), (given) => {
      const document = given as AdfDocument;
      const before = document.content.length > 0 ? document : doc(paragraph());
      expect(sorted(edited(document))).toEqual(sorted(before));
    }),
    { numRuns: 300 },
  );
});

test('what the editor makes is what the server takes', () => {
  fc.assert(
    fc.property(anyDocument(), (given) => {
      const saved = edited(given as AdfDocument);
      expect(sorted(readAdf(saved) as AdfDocument)).toEqual(sorted(saved));
    }),
  );
});

test('what the editor cannot take apart stays whole', () => {
  const media: AdfNode = {
    type: 'mediaSingle',
    attrs: { layout: 'center' },
    content: [{ type: 'media', attrs: { type: 'file', id: '1', collection: '' } }],
  };
  const document = doc(
    paragraph(text('before')),
    media,
    { type: 'bulletList', content: [{ type: 'listItem', content: [media] }] },
    {
      type: 'taskList',
      attrs: { localId: 'a' },
      content: [{ type: 'taskList', attrs: { localId: 'b' }, content: [] }],
    },
    { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [media] }] }] },
    { type: 'somethingNew', attrs: { a: 1 } },
  );
  expect(edited(document)).toEqual(document);
});

test('attributes and marks that the editor does not know stay with their nodes', () => {
  const document = doc(
    {
      type: 'paragraph',
      attrs: { localId: 'p' },
      content: [text('x')],
      marks: [{ type: 'alignment', attrs: { align: 'center' } }],
    },
    {
      type: 'orderedList',
      attrs: { order: 5 },
      content: [{ type: 'listItem', content: [paragraph(text('five'))] }],
    },
    {
      type: 'table',
      attrs: { layout: 'wide', isNumberColumnEnabled: false },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', attrs: { colspan: 2, background: '#fff' }, content: [paragraph(text('a'))] },
          ],
        },
      ],
    },
  );
  expect(edited(document)).toEqual(document);
});

test('a list of tasks under a task stays there', () => {
  const task = (state: string, value: string): AdfNode => ({
    type: 'taskItem',
    attrs: { localId: value, state },
    content: [text(value)],
  });
  const document = doc({
    type: 'taskList',
    attrs: { localId: 'l' },
    content: [
      task('DONE', 'one'),
      { type: 'taskList', attrs: { localId: 'm' }, content: [task('TODO', 'one and a half')] },
      task('TODO', 'two'),
    ],
  });
  expect(edited(document)).toEqual(document);
});

test('lists that the editor makes get the ids that Jira wants', () => {
  const made = fromEditor({
    type: 'doc',
    content: [
      {
        type: 'taskList',
        content: [{ type: 'taskItem', attrs: { checked: true }, content: [{ type: 'paragraph' }] }],
      },
    ],
  });
  expect(made).toEqual(
    doc({
      type: 'taskList',
      attrs: { localId: expect.any(String) },
      content: [{ type: 'taskItem', attrs: { localId: expect.any(String), state: 'DONE' }, content: [] }],
    }),
  );
});
