import { expect, test } from 'vitest';
import { type AdfNode, adfText } from './adf-text.ts';

const text = (words: string): AdfNode => ({ type: 'text', text: words });
const paragraph = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });

test('paragraphs are apart, lines are kept', () => {
  const doc: AdfNode = {
    type: 'doc',
    content: [paragraph(text('Hello'), { type: 'hardBreak' }, text('there')), paragraph(text('Bye'))],
  };
  expect(adfText(doc)).toBe('Hello\nthere\n\nBye');
});

test('lists keep their marks', () => {
  const item = (words: string): AdfNode => ({ type: 'listItem', content: [paragraph(text(words))] });
  expect(adfText({ type: 'doc', content: [{ type: 'bulletList', content: [item('a'), item('b')] }] })).toBe(
    '• a\n• b',
  );
  expect(adfText({ type: 'doc', content: [{ type: 'orderedList', content: [item('a'), item('b')] }] })).toBe(
    '1. a\n2. b',
  );
});

test('mentions and cards are told by what they show', () => {
  expect(
    adfText(
      paragraph({ type: 'mention', attrs: { text: '@Dana' } }, text(' see '), {
        type: 'inlineCard',
        attrs: { url: 'https://example.com/x' },
      }),
    ),
  ).toBe('@Dana see https://example.com/x');
});

test('what is not known is told by the text inside it', () => {
  expect(adfText({ type: 'doc', content: [{ type: 'novelty', content: [paragraph(text('inside'))] }] })).toBe(
    'inside',
  );
  expect(adfText(null)).toBe('');
});
