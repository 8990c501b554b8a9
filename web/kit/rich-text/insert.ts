import type { Editor } from '@tiptap/core';
import type { AdfDocument } from './adf.ts';
import { toEditor } from './editor-document.ts';

/** Puts a text where the cursor is. One that is a single paragraph goes into the line. */
export function insertDocument(
  editor: Editor,
  document: AdfDocument,
  range?: { from: number; to: number },
): void {
  const { content = [] } = toEditor(document);
  const [first] = content;
  const parts = content.length === 1 && first?.type === 'paragraph' ? (first.content ?? []) : content;
  const at = range ?? editor.state.selection;
  editor.chain().focus().insertContentAt({ from: at.from, to: at.to }, parts).run();
}
