import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adfFromText, cleanLine, cleanText, htmlFromAdf, textFromAdf } from './rich-text.ts';

test('text becomes paragraphs with hard breaks', () => {
  expect(adfFromText('one\ntwo\n\nthree')).toEqual({
    type: 'doc',
    version: 1,
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'one' }, { type: 'hardBreak' }, { type: 'text', text: 'two' }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'three' }] },
    ],
  });
});

test('any text comes back from ADF as it was, and has no empty text nodes, which ADF forbids', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('\n'))), (parts) => {
      const text = cleanText(parts.join(''));
      const adf = adfFromText(text);
      expect(textFromAdf(adf)).toBe(text);
      expect(JSON.stringify(adf)).not.toContain('"text":""');
    }),
  );
});

test('cleaned text can be stored by PostgreSQL, whatever came in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const text = cleanText(given);
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/[^\P{Cc}\n\t]/u);
      expect(cleanText(text)).toBe(text);
    }),
  );
  expect(cleanText('half \uD83D\u0000 and\r\nmore\r')).toBe('half \uFFFD and\nmore');
  expect(cleanLine('  a\n\tb  c ')).toBe('a b c');
});

test('HTML shows text and nothing else', () => {
  expect(htmlFromAdf(adfFromText(`<img src=x onerror="alert('1')">&amp;\nnext\n\nlast`))).toBe(
    '<p>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;<br/>next</p><p>last</p>',
  );
});
