import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { anyDocument } from '../../../server/platform/formats/testing-adf.ts';
import {
  type AdfDocument,
  type AdfNode,
  documentOf,
  isEmptyDocument,
  isSafeAddress,
  trimDocument,
} from './adf.ts';
import { RichText } from './rich-text.tsx';

function doc(...content: AdfNode[]): AdfDocument {
  return { type: 'doc', version: 1, content };
}
function paragraph(...content: AdfNode[]): AdfNode {
  return { type: 'paragraph', content };
}
function text(value: string, ...marks: (string | { type: string; attrs: object })[]): AdfNode {
  const all = marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark));
  return { type: 'text', text: value, ...(all.length > 0 && { marks: all as AdfNode['marks'] & {} }) };
}
function shown(document: AdfDocument): string {
  return renderToStaticMarkup(<RichText document={document} />).replace(/ (?:class|data-in)="[^"]*"/g, '');
}

test('a text is shown with the structure and the looks that it has', () => {
  expect(
    shown(
      doc(
        { type: 'heading', attrs: { level: 1 }, content: [text('Steps')] },
        {
          type: 'orderedList',
          attrs: { order: 3 },
          content: [{ type: 'listItem', content: [paragraph(text('Restart', 'strong', 'em'))] }],
        },
        { type: 'codeBlock', attrs: { language: 'sh' }, content: [text('a <b>\n c')] },
        paragraph(
          { type: 'mention', attrs: { id: '1', text: '@Priya' } },
          text(' see '),
          text('here', { type: 'link', attrs: { href: 'https://example.com/' } }),
        ),
      ),
    ),
  ).toBe(
    '<div><h3>Steps</h3><ol start="3"><li><p><strong><em>Restart</em></strong></p></li></ol>' +
      '<pre tabindex="0"><code>a &lt;b&gt;\n c</code></pre>' +
      '<p><span>@Priya</span> see <a href="https://example.com/" target="_blank" rel="noopener noreferrer nofollow">here</a></p></div>',
  );
});

test('addresses in a text are links, unless it is code', () => {
  const html = shown(doc(paragraph(text('https://a.example '), text('https://b.example', 'code'))));
  expect(html).toContain('<a href="https://a.example"');
  expect(html).toContain('<code>https://b.example</code>');
});

test('nothing that people wrote becomes markup, runs, or is fetched from elsewhere', () => {
  const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
  const document = doc(
    paragraph(
      text(evil),
      text('link', { type: 'link', attrs: { href: 'javascript:alert(1)' } }),
      text('link', { type: 'link', attrs: { href: 'java\nscript:alert(1)' } }),
      text('link', { type: 'link', attrs: { href: 'data:text/html,x' } }),
      { type: 'mention', attrs: { id: evil, text: evil } },
      { type: 'inlineCard', attrs: { url: 'javascript:alert(1)' } },
      { type: 'status', attrs: { text: evil, color: evil } },
      { type: evil, content: [text('unknown')] },
      { type: 'script', content: [text('alert(1)')] },
    ),
    {
      type: 'mediaSingle',
      content: [{ type: 'media', attrs: { type: 'external', url: 'https://track.example/1.png' } }],
    },
    { type: 'heading', attrs: { level: 'x' }, content: [text('h')] },
  );
  const html = shown(document);
  expect(html).not.toMatch(/<(?:script|img|iframe|style|object)/i);
  expect(html).not.toMatch(/(?:href|src)="(?!https:\/\/track)/);
  expect(html).toContain('unknown');
});

test('any document is shown, and everything that is written in it', () => {
  fc.assert(
    fc.property(anyDocument(), (given) => {
      const document = given as AdfDocument;
      const html = shown(document);
      const written = (node: AdfNode | AdfDocument): string[] => [
        ...('text' in node && node.text ? [node.text] : []),
        ...(node.content ?? []).flatMap(written),
      ];
      const plain = html
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#x27;', "'")
        .replaceAll('&amp;', '&');
      for (const part of written(document)) expect(plain).toContain(part);
    }),
  );
});

test('links lead to web, mail and telephone only', () => {
  expect(['https://a.example', 'mailto:a@b.example', 'tel:+491'].every(isSafeAddress)).toBe(true);
  expect(
    ['javascript:x', ' https://a.example', '/browse/SUP-1', 'ftp://a.example', 'blob:x', ''].some(
      isSafeAddress,
    ),
  ).toBe(false);
});

test('plain text becomes paragraphs, and what is blank is empty', () => {
  expect(documentOf(' a\nb\n\n\nc ')).toEqual(
    doc(paragraph(text('a'), { type: 'hardBreak' }, text('b')), paragraph(text('c'))),
  );
  expect(isEmptyDocument(documentOf(' \n '))).toBe(true);
  expect(isEmptyDocument(doc(paragraph(text(' '), { type: 'hardBreak' })))).toBe(true);
  expect(isEmptyDocument(doc({ type: 'rule' }))).toBe(false);
  expect(trimDocument(doc(paragraph(), paragraph(text('a')), paragraph(), paragraph(text(' '))))).toEqual(
    doc(paragraph(text('a'))),
  );
});
