import { Fragment, type Schema, Slice } from '@tiptap/pm/model';
import { documentOf } from './adf.ts';
import { toEditor } from './editor-document.ts';

/**
 * The files of a paste or a drop. What office programs copy comes with a picture of itself: where there is text, a paste means
 * the text.
 */
export function filesOf(data: DataTransfer | null, isPaste: boolean): File[] {
  if (!data) return [];
  if (isPaste && data.getData('text/plain').trim() !== '') return [];
  return [...data.files];
}

/** Pasted plain text: paragraphs where lines are empty, and line breaks. One line goes into the line, with its spaces. */
export function textToSlice(schema: Schema, text: string): Slice {
  if (text === '') return Slice.empty;
  if (!/[\r\n]/.test(text)) return new Slice(Fragment.from(schema.text(text)), 0, 0);
  return Slice.maxOpen(schema.nodeFromJSON(toEditor(documentOf(text))).content);
}
