import type { Forgery } from './forgeries.ts';
import { assertionOf, forged } from './pieces.ts';

const inNameId = (text: string) => (xml: string) => xml.replace('>alice-1<', `>${text}<`);
const beforeStatus = (more: string) => (xml: string) =>
  xml.replace('<samlp:Status>', `${more}<samlp:Status>`);
const withDoctype = (declarations: string, text: string) => (xml: string) =>
  `<!DOCTYPE x [${declarations}]>${inNameId(text)(xml)}`;

const exponential = Array.from({ length: 9 }, (_, level) => {
  const inner = level === 0 ? 'haha' : `&e${level - 1};`.repeat(10);
  return `<!ENTITY e${level} "${inner}">`;
}).join('');

/** Texts that two parsers, or a parser and a canonicalizer, read in two ways. */
export const parserTricks: readonly Forgery[] = [
  { id: 'S12', name: 'a comment in the NameID', twist: inNameId('alice-1<!-- -->.evil.example') },
  {
    id: 'S12',
    name: 'a comment in the e-mail address',
    twist: (xml) => xml.replace('alice@acme.example', 'alice@acme.example<!-- -->.evil.example'),
  },
  { id: 'S12', name: 'a processing instruction in the NameID', twist: inNameId('alice<?evil?>-1') },
  {
    id: 'S13',
    name: 'a second SignedInfo',
    twist: (xml) => xml.replace(/(<ds:SignedInfo>[\s\S]*?<\/ds:SignedInfo>)/, '$1$1'),
  },
  {
    id: 'S13',
    name: 'a second SignedInfo in an Object of the signature',
    twist: (xml) =>
      xml.replace(
        /(<ds:SignedInfo>[\s\S]*?<\/ds:SignedInfo>)([\s\S]*?)<\/ds:Signature>/,
        '$1$2<ds:Object>$1</ds:Object></ds:Signature>',
      ),
  },
  {
    id: 'S14',
    name: 'a comment in the digest',
    twist: (xml) => xml.replace('<ds:DigestValue>', '<ds:DigestValue><!-- x -->'),
  },
  { id: 'S17', name: 'a CDATA section', twist: inNameId('<![CDATA[alice-1]]>') },
  {
    id: 'S17',
    name: 'an attribute twice',
    twist: (xml) => xml.replace(' Version="2.0"', ' Version="2.0" Version="2.0"'),
  },
  { id: 'S17', name: 'XML 1.1', twist: (xml) => `<?xml version="1.1"?>${xml}` },
  {
    id: 'S17',
    name: 'another encoding in the declaration',
    twist: (xml) => `<?xml version="1.0" encoding="UTF-7"?>${xml}`,
  },
  { id: 'S17', name: 'a tag that does not end', twist: (xml) => xml.replace('</samlp:Response>', '') },
  { id: 'S17', name: 'text behind the end', twist: (xml) => `${xml}evil` },
  { id: 'S17', name: 'a control character', twist: inNameId('alice-1\u0001') },
  {
    id: 'S17',
    name: 'a prefix that is not declared',
    twist: (xml) => xml.replaceAll('samlp:Status', 'evil:Status'),
  },
  {
    id: 'S18',
    name: 'an assertion in a namespace of its own before the signed one',
    twist: (xml) => {
      const signed = assertionOf(xml);
      const evil = forged(signed).replace('urn:oasis:names:tc:SAML:2.0:assertion', 'urn:evil');
      return xml.replace(signed, `${evil}${signed}`);
    },
  },
  {
    id: 'S18',
    name: 'an assertion under a name that only looks the same',
    twist: (xml) => {
      const signed = assertionOf(xml);
      return xml.replace(signed, `${forged(signed).replaceAll('saml:Assertion', 'saml:assertion')}${signed}`);
    },
  },
  {
    id: 'S18',
    name: 'an ID in another attribute',
    twist: (xml) => xml.replace('<samlp:Status>', `<samlp:Status xml:id="${idOfAssertion(xml)}">`),
  },
  {
    id: 'S18',
    name: 'a relative namespace, on which canonicalization gives up (void canonicalization)',
    twist: (xml) => xml.replace('<saml:Subject>', '<saml:Subject xmlns:x="../relative">'),
  },
  {
    id: 'S18',
    name: 'a prefix that is declared to be nothing',
    twist: (xml) => xml.replace('<saml:Subject>', '<saml:Subject xmlns:saml="">'),
  },
  { id: 'S20', name: 'a DOCTYPE', twist: (xml) => `<!DOCTYPE x>${xml}` },
  {
    id: 'S20',
    name: 'an external entity',
    twist: withDoctype('<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;'),
  },
  {
    id: 'S20',
    name: 'an external DTD',
    twist: (xml) => `<!DOCTYPE x SYSTEM "http://127.0.0.1:1/evil.dtd">${xml}`,
  },
  { id: 'S20', name: 'entities that multiply', twist: withDoctype(exponential, '&e8;') },
  {
    id: 'S20',
    name: 'one long entity many times',
    twist: withDoctype(`<!ENTITY a "${'x'.repeat(2000)}">`, '&a;'.repeat(2000)),
  },
  { id: 'S20', name: 'an entity that nobody declared', twist: inNameId('&evil;') },
  { id: 'S36', name: '300 kB', twist: beforeStatus(`<a>${'x'.repeat(300_000)}</a>`) },
  { id: 'S36', name: 'elements beyond any depth', twist: beforeStatus('<a>'.repeat(50) + '</a>'.repeat(50)) },
  { id: 'S36', name: 'twenty thousand elements', twist: beforeStatus('<a/>'.repeat(20_000)) },
  { id: 'S36', name: 'nothing', twist: () => '' },
  { id: 'S36', name: 'no XML', twist: () => 'hello' },
  { id: 'S36', name: 'another document', twist: () => '<html></html>' },
];

function idOfAssertion(xml: string): string {
  return / ID="([^"]*)"/.exec(assertionOf(xml))?.[1] ?? '';
}
