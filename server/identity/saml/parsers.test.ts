import { afterAll, beforeAll, describe, it } from 'vitest';
import { answerTo, expectRefused, leaveForSaml, postResponse } from '../testing-sign-in.ts';
import { responseXml } from './testing-idp.ts';
import { createTarget, type Target } from './testing-target.ts';

let target: Target;
let portico: Target['portico'];
let acme: Target['acme'];
let provider: Target['provider'];
let attack: Target['attack'];

beforeAll(async () => {
  target = await createTarget();
  ({ portico, acme, provider, attack } = target);
});

afterAll(async () => {
  await target?.portico.close();
});

describe('a response that plays with the parser', () => {
  it.each<[string, (xml: string) => string]>([
    ['a comment in the NameID', (xml) => xml.replace('>alice-1<', '>alice-1<!---->.evil<')],
    ['a comment in an attribute value', (xml) => xml.replace('>alice@acme', '>alice<!-- x -->@acme')],
    ['a comment in the digest', (xml) => xml.replace('<ds:DigestValue>', '<ds:DigestValue><!-- x -->')],
    ['a processing instruction', (xml) => xml.replace('>alice-1<', '>alice-1<?evil?><')],
    ['a CDATA section', (xml) => xml.replace('>alice-1<', '><![CDATA[alice-1]]><')],
    ['a DOCTYPE', (xml) => `<!DOCTYPE x>${xml}`],
    [
      'entities that multiply',
      (xml) =>
        `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${xml.replace('>alice-1<', '>&b;<')}`,
    ],
    [
      'an external entity',
      (xml) => `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${xml.replace('>alice-1<', '>&a;<')}`,
    ],
    ['an entity that nobody declared', (xml) => xml.replace('>alice-1<', '>&evil;<')],
    ['a second SignedInfo', (xml) => xml.replace(/(<ds:SignedInfo>[\s\S]*?<\/ds:SignedInfo>)/, '$1$1')],
    [
      'a transform of its own',
      (xml) =>
        xml.replace(
          'http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform>',
          'http://www.w3.org/TR/1999/REC-xslt-19991116"></ds:Transform>',
        ),
    ],
    ['a reference to everything', (xml) => xml.replace(/URI="#[^"]*"/, 'URI=""')],
    ['a prefix that is not declared', (xml) => xml.replaceAll('samlp:Status', 'evil:Status')],
    ['an attribute twice', (xml) => xml.replace(' Version="2.0"', ' Version="2.0" Version="2.0"')],
    ['a tag that does not end', (xml) => xml.replace('</samlp:Response>', '')],
    ['text behind the end', (xml) => `${xml}evil`],
    [
      'elements beyond any depth',
      (xml) => xml.replace('<samlp:Status>', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}<samlp:Status>`),
    ],
    [
      'a hundred thousand elements',
      (xml) => xml.replace('<samlp:Status>', `${'<a/>'.repeat(20_000)}<samlp:Status>`),
    ],
    ['300 kB', (xml) => xml.replace('<samlp:Status>', `<a>${'x'.repeat(300_000)}</a><samlp:Status>`)],
    ['nothing', () => ''],
    ['no XML', () => 'hello'],
    ['another document', () => '<html></html>'],
    ['an encrypted assertion', (xml) => xml.replaceAll('saml:Assertion', 'saml:EncryptedAssertion')],
  ])('is refused: %s', async (_name, twist) => {
    await attack('response_invalid', {}, twist);
  });

  it.each(['!!!', 'A', 'PHg+', '%3Cx%3E', 'w7/Dvw', 'gICAgA=='])(
    'is refused: base64 that is none, or no UTF-8 (%s)',
    async (text) => {
      const journey = await leaveForSaml(portico, provider);
      await expectRefused(portico, 'response_invalid', async () => {
        const posted = await postResponse(portico, journey, '', { encoded: text });
        return { location: String(posted.headers.location), cookie: '' };
      });
    },
  );

  it('is refused: the field twice, or not at all', async () => {
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    const field = `SAMLResponse=${encodeURIComponent(Buffer.from(xml).toString('base64'))}`;
    for (const payload of [
      `${field}&${field}&RelayState=${journey.relayState}`,
      `RelayState=${journey.relayState}`,
    ]) {
      await expectRefused(portico, 'response_invalid', async () => {
        const posted = await portico.app.inject({
          method: 'POST',
          url: `/sso/saml/${provider.id}/acs`,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload,
        });
        return { location: String(posted.headers.location), cookie: '' };
      });
    }
  });
});
