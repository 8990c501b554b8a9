import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo, expectRefused, finishSaml, leaveForSaml } from '../testing-sign-in.ts';
import { responseXml, signedAssertionXml } from './testing-idp.ts';
import { createTarget, type Target } from './testing-target.ts';

let target: Target;
let portico: Target['portico'];
let acme: Target['acme'];
let mallory: Target['mallory'];
let provider: Target['provider'];
let attack: Target['attack'];

beforeAll(async () => {
  target = await createTarget();
  ({ portico, acme, mallory, provider, attack } = target);
});

afterAll(async () => {
  await target?.portico.close();
});

const ways = ['assertion', 'response', 'both'] as const;

describe('a response whose signature does not hold', () => {
  it('is refused without any signature', async () => {
    await attack('response_invalid', { signs: 'nothing' });
  });

  it.each(ways)('is refused when signed with another key (%s)', async (signs) => {
    await attack('response_invalid', { signs, key: mallory.key });
  });

  it.each(ways)(
    'is refused when signed with another key whose certificate it brings along (%s)',
    async (signs) => {
      await attack('response_invalid', { signs, key: mallory.key, keyInfo: mallory.certificate });
    },
  );

  it.each(ways)('is refused when signed with SHA-1 (%s)', async (signs) => {
    expect(await attack('algorithm_weak', { signs, digest: 'sha1' })).toContain('rsa-sha1');
  });

  it.each(ways)('is refused when a signed value was changed (%s)', async (signs) => {
    await attack('response_invalid', { signs }, (xml) =>
      xml.replace('alice@acme.example', 'carol@acme.example'),
    );
    await attack('response_invalid', { signs }, (xml) => xml.replace('>alice-1<', '>carol-1<'));
  });

  it('is refused when the digest was made to fit a changed value', async () => {
    await attack('response_invalid', {}, (xml) => {
      const changed = xml.replace('alice@acme.example', 'carol@acme.example');
      return changed.replace(/<ds:DigestValue>[^<]*</, '<ds:DigestValue>AAAA<');
    });
  });

  it('is refused when the response’s own signature is broken, though the assertion’s holds', async () => {
    await attack('response_invalid', { signs: 'both' }, (xml) =>
      xml.replace(/InResponseTo="/, 'Consent="urn:x" InResponseTo="'),
    );
  });

  it('is refused when HMAC with the public certificate stands for a signature', async () => {
    await attack('response_invalid', {}, (xml) =>
      xml.replace(
        'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
        'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
      ),
    );
  });
});

// "On Breaking SAML": the signed assertion is moved to where the signature still finds it, and a forged one put where the
// reader might look. The numbers are those of the paper.
describe('a response in which a forged assertion wraps the signed one', () => {
  const forged = (xml: string) =>
    xml
      .replace('alice@acme.example', 'admin@acme.example')
      .replace('alice-1', 'admin-1')
      .replace(/<ds:Signature[\s\S]*?<\/ds:Signature>/, '')
      .replace(/ ID="[^"]*"/, ' ID="_forged"');
  const assertionOf = (xml: string) => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? '';

  it.each<[string, (xml: string) => string]>([
    [
      'XSW3: before it',
      (xml) => xml.replace('<saml:Assertion', `${forged(assertionOf(xml))}<saml:Assertion`),
    ],
    ['after it', (xml) => xml.replace('</samlp:Response>', `${forged(assertionOf(xml))}</samlp:Response>`)],
    [
      'XSW4: around it',
      (xml) => {
        const signed = assertionOf(xml);
        return xml.replace(signed, forged(signed).replace('</saml:Assertion>', `${signed}</saml:Assertion>`));
      },
    ],
    [
      'XSW5: with its signature, it moved behind',
      (xml) => {
        const signed = assertionOf(xml);
        const signature = /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(signed)?.[0] ?? '';
        const evil = forged(signed).replace('</saml:Issuer>', `</saml:Issuer>${signature}`);
        return xml.replace(signed, `${evil}${signed.replace(signature, '')}`);
      },
    ],
    [
      'XSW6: around its signature, it inside that',
      (xml) => {
        const signed = assertionOf(xml);
        const signature = /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(signed)?.[0] ?? '';
        const inner = signature.replace(
          '</ds:Signature>',
          `<ds:Object>${signed.replace(signature, '')}</ds:Object></ds:Signature>`,
        );
        return xml.replace(signed, forged(signed).replace('</saml:Issuer>', `</saml:Issuer>${inner}`));
      },
    ],
    [
      'XSW7: it in Extensions',
      (xml) => {
        const signed = assertionOf(xml);
        return xml
          .replace(signed, forged(signed))
          .replace('<samlp:Status>', `<samlp:Extensions>${signed}</samlp:Extensions><samlp:Status>`);
      },
    ],
    [
      'XSW8: it in an Object of a signature',
      (xml) => {
        const signed = assertionOf(xml);
        const object = `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:Object>${signed}</ds:Object></ds:Signature>`;
        return xml.replace(signed, forged(signed).replace('</saml:Issuer>', `</saml:Issuer>${object}`));
      },
    ],
    [
      'with the same ID twice',
      (xml) => {
        const signed = assertionOf(xml);
        const evil = signed.replace('alice@acme.example', 'admin@acme.example');
        return xml.replace(signed, `${evil}${signed}`);
      },
    ],
    [
      'under a name that only looks the same',
      (xml) => {
        const signed = assertionOf(xml);
        return xml.replace(
          signed,
          `${forged(signed).replaceAll('saml:Assertion', 'saml:assertion')}${signed}`,
        );
      },
    ],
    [
      'in another namespace',
      (xml) => {
        const signed = assertionOf(xml);
        const evil = forged(signed).replace('urn:oasis:names:tc:SAML:2.0:assertion', 'urn:evil');
        return xml.replace(signed, `${evil}${signed}`);
      },
    ],
    ['with a second root', (xml) => `${forged(xml)}${xml}`],
  ])('is refused: %s', async (_name, twist) => {
    await attack('response_invalid', {}, twist);
    await attack('response_invalid', { signs: 'both' }, twist);
  });

  it('is refused: XSW1 and XSW2, a forged response around or beside the signed one', async () => {
    await attack('response_invalid', { signs: 'both' }, (xml) => {
      const evil = forged(xml.replace(/ ID="_r[^"]*"/, ' ID="_evil"'));
      return evil.replace('</samlp:Response>', `${xml}</samlp:Response>`);
    });
  });

  it('is refused: an assertion of another response, signed, beside a forged one', async () => {
    const journey = await leaveForSaml(portico, provider);
    const stolen = signedAssertionXml(acme, answerTo(journey));
    const xml = responseXml(acme, answerTo(journey, { signs: 'nothing', nameId: 'admin-1' }));
    await expectRefused(portico, 'response_invalid', () =>
      finishSaml(portico, journey, xml.replace('</samlp:Response>', `${stolen}</samlp:Response>`)),
    );
  });
});
