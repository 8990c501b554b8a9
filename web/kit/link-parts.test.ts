import { expect, test } from 'vitest';
import { linkParts } from './link-parts.ts';

function links(text: string): (string | undefined)[] {
  return linkParts(text).flatMap((part) => (part.href ? [part.href] : []));
}

test('addresses of the web and of mail become links, without the punctuation around them', () => {
  expect(
    links('See https://a.example/x?y=1, or (http://b.example/z_(1)). Mail to Kim.Lee+1@c.example!'),
  ).toEqual(['https://a.example/x?y=1', 'http://b.example/z_(1)', 'mailto:Kim.Lee+1@c.example']);
});

test('nothing else does', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'a@b',
    'https://',
    'www.a.example',
  ]) {
    expect(links(text)).toEqual([]);
  }
});

test('the parts together are the text', () => {
  for (const text of [
    '',
    'plain',
    'https://a.example',
    'a https://b.example. c@d.example\n<b>e</b>',
    '(https://f.example)',
  ]) {
    expect(
      linkParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  }
});
