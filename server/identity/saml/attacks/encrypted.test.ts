import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo, expectRefused, finishSaml, leaveForSaml } from '../../testing-sign-in.ts';
import { type EncryptionOptions, encryptedAssertionXml, encryptedResponse } from '../testing-encryption.ts';
import { createTestIdp, type ResponseOptions, responseXml } from '../testing-idp.ts';
import { createTarget, type Target } from '../testing-target.ts';
import { mismatches, wrappings } from './forgeries.ts';
import { parserTricks } from './parser-tricks.ts';
import { assertionOf, forged } from './pieces.ts';

let target: Target;
/** ours, that providers encrypt for */
let certificate: string;

beforeAll(async () => {
  target = await createTarget();
  const { portico, provider } = target;
  const metadata = await portico.app.inject({ url: `/sso/saml/${provider.id}/metadata` });
  const [, base64 = ''] =
    /use="encryption"[\s\S]*?<(?:\w+:)?X509Certificate>([^<]+)</.exec(metadata.body) ?? [];
  certificate = `-----BEGIN CERTIFICATE-----\n${base64.replace(/\s/g, '').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----`;
});

afterAll(async () => {
  await target?.portico.close();
});

/** Answers a new journey with an encrypted assertion, and expects the refusal; returns what the audit log says. */
async function attack(
  changes: Partial<ResponseOptions>,
  encryption: EncryptionOptions = {},
  code = 'response_invalid',
  twist: (xml: string) => string = (xml) => xml,
): Promise<string> {
  const { portico, provider, acme } = target;
  const journey = await leaveForSaml(portico, provider);
  const xml = twist(encryptedResponse(acme, answerTo(journey, changes), certificate, encryption));
  const { detail } = await expectRefused(portico, code, () => finishSaml(portico, journey, xml));
  return detail;
}

describe.each(['assertion', 'response', 'both'] as const)('an encrypted assertion, signed: %s', (signs) => {
  it('is taken as it is, so that the attacks below are refused for what they change', async () => {
    const { portico, provider, acme } = target;
    const journey = await leaveForSaml(portico, provider);
    const xml = encryptedResponse(acme, answerTo(journey, { signs }), certificate);
    expect((await finishSaml(portico, journey, xml)).location).toBe('/servicedesk/customer/portals');
  });

  it('is refused: S29 encrypted for another company', async () => {
    const { portico, provider, acme, mallory } = target;
    const journey = await leaveForSaml(portico, provider);
    const xml = encryptedResponse(acme, answerTo(journey, { signs }), mallory.certificate);
    await expectRefused(portico, 'response_invalid', () => finishSaml(portico, journey, xml));
  });

  it('is refused: S33 beside one that is not encrypted', async () => {
    const { acme } = target;
    await attack({ signs }, {}, 'response_invalid', (xml) => {
      const plain = assertionOf(responseXml(acme, fixed));
      return xml.replace('<saml:EncryptedAssertion', `${forged(plain)}<saml:EncryptedAssertion`);
    });
  });

  it('is refused: S33 twice', async () => {
    await attack({ signs }, {}, 'response_invalid', (xml) => {
      const encrypted = /<saml:EncryptedAssertion[\s\S]*<\/saml:EncryptedAssertion>/.exec(xml)?.[0] ?? '';
      return xml.replace(encrypted, encrypted + encrypted);
    });
  });
});

const fixed = { acsUrl: 'https://x.example', audience: 'x', inResponseTo: '_x' };

describe('S33: anybody can encrypt for us, so what is inside must be signed', () => {
  it('is refused when neither the assertion nor the response is signed', async () => {
    await attack({ signs: 'nothing' });
  });

  it('is refused when signed by another', async () => {
    await attack({ key: target.mallory.key, keyInfo: target.mallory.certificate });
  });

  it('is refused when put into a valid response of the provider whose own assertion it replaces', async () => {
    const { portico, provider, acme } = target;
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey, { signs: 'response' }));
    const evil = encryptedAssertionXml(forged(assertionOf(xml)), certificate, {});
    await expectRefused(portico, 'response_invalid', () =>
      finishSaml(portico, journey, xml.replace(assertionOf(xml), evil)),
    );
  });

  const inAssertion = [...wrappings.slice(2), ...mismatches, ...parserTricks].filter(({ twist }) => {
    const alone = '<saml:Assertion ID="_1"><saml:Issuer>x</saml:Issuer>alice@acme.example</saml:Assertion>';
    return twist(alone) !== alone;
  });

  it.each(inAssertion)('is refused: $id $name, inside of the encryption', async ({ twist }) => {
    await attack({}, { plain: twist });
  });

  it('says the same, whatever failed in decrypting: padding, key, tag, or text', async () => {
    const spoil = (pattern: RegExp) => (xml: string) =>
      xml.replace(pattern, (_match, before: string, value: string) => {
        const bytes = Buffer.from(value, 'base64');
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        return `${before}${bytes.toString('base64')}`;
      });
    const lastCipher = /([\s\S]*<xenc:CipherValue>)([^<]+)/;
    const firstCipher = /(<xenc:CipherValue>)([^<]+)/;
    const details = new Set<string>();
    for (const dataAlgorithm of ['aes256-gcm', 'aes256-cbc'] as const) {
      details.add(await attack({}, { dataAlgorithm }, 'response_invalid', spoil(lastCipher)));
      details.add(await attack({}, { dataAlgorithm }, 'response_invalid', spoil(firstCipher)));
      details.add(await attack({}, { dataAlgorithm, plain: () => 'no XML at all' }));
    }
    const { portico, provider, acme } = target;
    const stranger = await createTestIdp('https://stranger.example');
    const journey = await leaveForSaml(portico, provider);
    const xml = encryptedResponse(acme, answerTo(journey), stranger.certificate);
    const { detail } = await expectRefused(portico, 'response_invalid', () =>
      finishSaml(portico, journey, xml),
    );
    details.add(detail);
    expect([...details]).toHaveLength(1);
  });
});

describe('S22: encryption that is too weak', () => {
  it.each<EncryptionOptions>([{ keyAlgorithm: 'rsa-1_5' }, { dataAlgorithm: '3des' }])(
    'is refused without an exception: %j',
    async (encryption) => {
      await attack({}, encryption, 'algorithm_weak');
    },
  );
});
