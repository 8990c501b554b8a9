import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AdfNode } from './adf-node.ts';
import { isSafeAddress } from './adf-node.ts';
import { htmlFromAdf, isEmptyAdf, readAdf, textFromAdf } from './rich-text.ts';
import { anyDocument } from './testing-adf.ts';

function doc(...content: unknown[]) {
  return { type: 'doc', version: 1, content };
}
function paragraph(...content: unknown[]) {
  return { type: 'paragraph', content: content.map((one) => (typeof one === 'string' ? text(one) : one)) };
}
function text(value: string, ...marks: object[]) {
  return { type: 'text', text: value, ...(marks.length > 0 && { marks }) };
}
function item(...content: unknown[]) {
  return { type: 'listItem', content };
}
function problemOf(value: unknown): string {
  try {
    readAdf(value, 'description');
  } catch (error) {
    return (error as { errors: Record<string, string> }).errors['description'] ?? String(error);
  }
  return '';
}

test('every document of Jira’s nodes and marks is read as it is, and read again it is the same', () => {
  fc.assert(
    fc.property(anyDocument(), (given) => {
      const read = readAdf(given);
      expect(read).toEqual(given);
      expect(readAdf(read)).toEqual(read);
    }),
  );
});

test('whatever comes in, what is read is made of known nodes and safe links, or it is refused with words', () => {
  const type = fc.constantFrom(
    'doc',
    'paragraph',
    'text',
    'heading',
    'listItem',
    'script',
    'media',
    '__proto__',
  );
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.anything(),
      fc.record(
        {
          type,
          version: fc.constantFrom(1, 2),
          text: fc.oneof(fc.string(), fc.integer()),
          attrs: fc.anything(),
          content: fc.oneof(fc.array(tie('node'), { maxLength: 3 }), fc.anything()),
          marks: fc.array(
            fc.record({
              type: fc.constantFrom('strong', 'link', 'blink'),
              attrs: fc.record({
                href: fc.oneof(fc.webUrl(), fc.string(), fc.constant('javascript:alert(1)')),
              }),
            }),
            { maxLength: 2 },
          ),
        },
        { requiredKeys: ['type'] },
      ),
    ),
  }));
  fc.assert(
    fc.property(fc.array(node, { maxLength: 3 }), (content) => {
      const problem = problemOf(doc(...content));
      if (problem !== '') expect(problem).toMatch(/^This /);
      else expect(htmlFromAdf(readAdf(doc(...content)))).not.toMatch(/<script|javascript:/i);
    }),
    { numRuns: 300 },
  );
});

test('what is no document, no known node, or in the wrong place is refused with what and where', () => {
  expect(problemOf('text')).toMatch(/Atlassian Document Format/);
  expect(problemOf({ type: 'doc', version: 2, content: [] })).toMatch(/Atlassian Document Format/);
  expect(problemOf(doc({ type: 'iframe' }))).toBe('This is not valid rich text: there is no node "iframe".');
  expect(problemOf(doc({ type: 'constructor' }))).toMatch(/there is no node/);
  expect(problemOf(doc(text('bare')))).toBe(
    'This is not valid rich text: text (text) cannot stand in the document (doc).',
  );
  expect(problemOf(doc({ type: 'bulletList', content: [] }))).toMatch(/cannot be empty/);
  expect(problemOf(doc({ type: 'heading', attrs: { level: 7 }, content: [] }))).toMatch(/from 1 to 6/);
  expect(problemOf(doc(paragraph(text('x', { type: 'blink' }))))).toMatch(/cannot have the mark "blink"/);
  expect(problemOf(doc(paragraph({ type: 'mention', attrs: {} })))).toMatch(/needs "id"/);
});

test('links lead to web, mail and telephone, and nowhere else', () => {
  for (const href of [
    'https://example.com/a?b=c#d',
    'http://localhost:8080',
    'mailto:a@b.example',
    'tel:+49301234',
  ]) {
    expect(isSafeAddress(href), href).toBe(true);
    expect(problemOf(doc(paragraph(text('x', { type: 'link', attrs: { href } }))))).toBe('');
  }
  for (const href of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    '//example.com',
    '/browse/SUP-1',
    'example.com',
    '',
    5,
  ]) {
    expect(isSafeAddress(href), String(href)).toBe(false);
    expect(problemOf(doc(paragraph(text('x', { type: 'link', attrs: { href } }))))).toMatch(/"href"/);
    expect(problemOf(doc(paragraph({ type: 'inlineCard', attrs: { url: href } })))).toMatch(/"url"/);
  }
});

test('what is too deep, too much or too long is refused', () => {
  let nested: object = { type: 'bulletList', content: [item(paragraph('x'))] };
  for (let depth = 0; depth < 40; depth += 1) nested = { type: 'bulletList', content: [item(nested)] };
  expect(problemOf(doc(nested))).toMatch(/too deeply/);
  const breaks = Array.from({ length: 10_001 }, () => ({ type: 'hardBreak' }));
  expect(problemOf(doc(paragraph(...breaks)))).toMatch(/too many parts/);
  expect(problemOf(doc(paragraph('x'.repeat(32_768))))).toMatch(/32,768 characters/);
  expect(problemOf(doc(paragraph('x'.repeat(32_767))))).toBe('');
});

test('attributes nobody knows, empty texts and editors’ own marks are left out, and so are control characters', () => {
  expect(
    readAdf(
      doc({
        type: 'paragraph',
        attrs: { onclick: 'alert(1)' },
        content: [
          text(''),
          { ...text('a\u0000b\r\nc', { type: 'annotation', attrs: { id: '1' } }), onload: 'x' },
        ],
      }),
    ),
  ).toEqual(doc({ type: 'paragraph', content: [{ type: 'text', text: 'ab\nc' }] }));
});

test('plain text keeps what a document says: lists, quotes, code, tables, people and addresses', () => {
  const document = readAdf(
    doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Steps')] },
      {
        type: 'orderedList',
        attrs: { order: 3 },
        content: [
          item(
            paragraph('Open ', text('the page', { type: 'link', attrs: { href: 'https://example.com/' } })),
          ),
          item(paragraph('Then'), {
            type: 'bulletList',
            content: [item(paragraph('one')), item(paragraph('two'))],
          }),
        ],
      },
      { type: 'blockquote', content: [paragraph('first'), paragraph('second')] },
      { type: 'codeBlock', attrs: { language: 'sh' }, content: [text('npm ci\nnpm test')] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [paragraph('A')] },
              { type: 'tableHeader', content: [paragraph('B')] },
            ],
          },
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [paragraph('1')] },
              { type: 'tableCell', content: [paragraph('2')] },
            ],
          },
        ],
      },
      {
        type: 'taskList',
        attrs: { localId: '' },
        content: [
          { type: 'taskItem', attrs: { localId: '', state: 'DONE' }, content: [text('this')] },
          { type: 'taskItem', attrs: { localId: '', state: 'TODO' }, content: [text('that')] },
        ],
      },
      paragraph(
        { type: 'mention', attrs: { id: 'a1', text: '@Priya' } },
        ' on ',
        { type: 'date', attrs: { timestamp: '1767225600000' } },
        ' ',
        { type: 'emoji', attrs: { shortName: ':smile:', text: '😄' } },
        ' ',
        text('a@b.example', { type: 'link', attrs: { href: 'mailto:a@b.example' } }),
      ),
    ),
  );
  expect(textFromAdf(document)).toBe(
    [
      'Steps',
      '3. Open the page (https://example.com/)\n4. Then\n   - one\n   - two',
      '> first\n>\n> second',
      'npm ci\nnpm test',
      'A | B\n1 | 2',
      '[x] this\n[ ] that',
      '@Priya on 2026-01-01 😄 a@b.example',
    ].join('\n\n'),
  );
});

test('HTML has the same structure, and what people wrote in it is text', () => {
  const document: AdfNode = doc(
    paragraph(
      text('bold', { type: 'strong' }, { type: 'link', attrs: { href: 'https://example.com/"><script>' } }),
      text('bad', { type: 'link', attrs: { href: 'javascript:alert(1)' } }),
      { type: 'mention', attrs: { id: '"><img>', text: '@<b>Eve</b>' } },
    ),
    { type: 'codeBlock', content: [text('<i>&amp;</i>')] },
    { type: 'orderedList', attrs: { order: 4 }, content: [item(paragraph('x'))] },
  ) as AdfNode;
  expect(htmlFromAdf(document)).toBe(
    '<p><strong><a href="https://example.com/&quot;&gt;&lt;script&gt;" rel="nofollow noreferrer">bold</a></strong>bad' +
      '<span class="user-hover" data-account-id="&quot;&gt;&lt;img&gt;">@&lt;b&gt;Eve&lt;/b&gt;</span></p>' +
      '<pre><code>&lt;i&gt;&amp;amp;&lt;/i&gt;</code></pre><ol start="4"><li><p>x</p></li></ol>',
  );
});

test('a document that shows nothing is empty', () => {
  expect(isEmptyAdf(readAdf(doc()))).toBe(true);
  expect(isEmptyAdf(readAdf(doc(paragraph(), paragraph(' \n', { type: 'hardBreak' }))))).toBe(true);
  expect(isEmptyAdf(readAdf(doc({ type: 'bulletList', content: [item(paragraph())] })))).toBe(false);
  expect(isEmptyAdf(readAdf(doc({ type: 'rule' })))).toBe(false);
});

test('a cell with much white space is read at once', () => {
  const cell = { type: 'tableCell', content: [paragraph(`a${' '.repeat(300_000)}b\n c`)] };
  const before = performance.now();
  const problem = problemOf(doc({ type: 'table', content: [{ type: 'tableRow', content: [cell] }] }));
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(problem).toContain('too long');
});
