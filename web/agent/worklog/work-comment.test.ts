import { expect, test } from 'vitest';
import { documentOf, emptyDocument } from '../../kit/rich-text/adf.ts';
import { commentOf } from './work-comment.ts';

test('what was said of work stays as it was written', () => {
  const bold = { type: 'text', text: 'twice', marks: [{ type: 'strong' }] };
  const comment = {
    type: 'doc' as const,
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Looked ' }, bold] }],
  };
  expect(commentOf({ comment })).toEqual(comment);
  expect(commentOf({ comment: 'Looked twice' })).toEqual(documentOf('Looked twice'));
});

test('nothing said is nothing shown', () => {
  expect(commentOf(null)).toBeNull();
  expect(commentOf({})).toBeNull();
  expect(commentOf({ comment: '' })).toBeNull();
  expect(commentOf({ comment: { ...emptyDocument, content: [{ type: 'paragraph' }] } })).toBeNull();
});
