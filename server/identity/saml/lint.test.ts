import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenNamed, decodeResponse, LintError, readTags } from './lint.ts';

describe('readTags', () => {
  it('reads names, namespaces, attributes and text', () => {
    const root = readTags(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a xmlns="urn:1" xmlns:p="urn:2" p:x="1 &gt; 0"><p:b>A &amp; &#66;&#x43;\r\n</p:b><b/></a>\n',
    );
    expect(root).toMatchObject({ name: 'a', namespace: 'urn:1' });
    expect(root.attributes.get('p:x')).toBe('1 > 0');
    const [b] = childrenNamed(root, 'urn:2', 'b');
    expect(b?.text).toBe('A & BC\n');
    expect(childrenNamed(root, 'urn:1', 'b')).toHaveLength(1);
    expect(b?.parent).toBe(root);
  });

  it('knows where a namespace ends', () => {
    const root = readTags('<a><b xmlns="urn:1"><c/></b><c/></a>');
    expect(root.children.map(({ namespace }) => namespace)).toEqual(['urn:1', '']);
    expect(root.children[0]?.children[0]?.namespace).toBe('urn:1');
  });

  it.each([
    '<a b="<"/>',
    '<a b=c/>',
    '<a b/>',
    '<a b="1"c="2"/>',
    '<a><b></a></b>',
    '<a></a',
    '<a></a >x',
    '< a/>',
    '<a/><b/>',
    'x<a/>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&#1114112;</a>',
    '<a>&nbsp;</a>',
    '<a>& </a>',
    '<a>\u0001</a>',
    '<a xmlns:p=""/>',
    '<a xmlns:xml="urn:1"/>',
    '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>',
    '<?xml version="1.1"?><a/>',
    '<?xml version="1.0" encoding="UTF-16"?><a/>',
    ' <?xml version="1.0"?><a/>',
    '',
  ])('refuses %j', (xml) => {
    expect(() => readTags(xml)).toThrow(LintError);
  });

  it('answers every text with a tree or a refusal, in time that grows with its length only', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      ' ',
      '"',
      "'",
      '=',
      '&',
      ';',
      ':',
      '!',
      '--',
      '?',
      'xmlns',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        try {
          readTags(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(LintError);
        }
      }),
      { numRuns: 2000 },
    );
    const start = performance.now();
    for (const text of [
      `<a ${'b="" '.repeat(40_000)}`,
      `<a${' '.repeat(200_000)}`,
      `<a>${'&'.repeat(200_000)}`,
    ]) {
      expect(() => readTags(text)).toThrow(LintError);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('decodeResponse', () => {
  it('takes base64 on one line or several', () => {
    const base64 = Buffer.from('<a>äöü</a>'.repeat(20)).toString('base64');
    expect(decodeResponse(base64)).toBe('<a>äöü</a>'.repeat(20));
    expect(decodeResponse(base64.replace(/(.{76})/g, '$1\r\n'))).toBe('<a>äöü</a>'.repeat(20));
  });

  it.each(['', 'A', 'AAA', 'AA=A', 'A===', 'AAAA====', 'AA-_', 'AAAA AAAA', '/w=='])('refuses %j', (text) => {
    expect(() => decodeResponse(text)).toThrow(LintError);
  });
});
