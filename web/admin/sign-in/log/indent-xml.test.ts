import { expect, it } from 'vitest';
import { indentXml } from './indent-xml.ts';

it('puts each element on a line of its own, below what it is in', () => {
  expect(indentXml('<a x="1"><b>text</b><c/><d><e>…</e></d></a>')).toBe(
    ['<a x="1">', '  <b>text</b>', '  <c/>', '  <d>', '    <e>…</e>', '  </d>', '</a>'].join('\n'),
  );
});

it('leaves other texts as they are, and what is not well formed readable', () => {
  expect(indentXml('{"a": "<b><c>"}')).toBe('{"a": "<b><c>"}');
  expect(indentXml('</a></a><b>')).toBe('</a>\n</a>\n<b>');
});
