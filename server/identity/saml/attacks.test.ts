import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import {
  addSamlProvider,
  answerTo,
  cookiesOf,
  expectRefused,
  finishSaml,
  leaveForSaml,
  postResponse,
  type SamlJourney,
  signInThroughSaml,
} from '../testing-sign-in.ts';
import {
  createTestIdp,
  type ResponseOptions,
  responseXml,
  signedAssertionXml,
  type TestIdp,
} from './testing-idp.ts';

let portico: TestApp;
let acme: TestIdp;
let mallory: TestIdp;
let provider: Provider;
let other: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  acme = await createTestIdp('https://idp.acme.example/metadata');
  mallory = await createTestIdp(acme.entityId);
  const globex = await createTestIdp('https://idp.globex.example/metadata');
  provider = await addSamlProvider(portico, acme);
  other = await addSamlProvider(portico, globex, { name: 'Globex', domains: ['globex.example'] });
  await signInThroughSaml(portico, acme, provider);
});

afterAll(async () => {
  await portico?.close();
});

/** Answers a new journey with a valid response, changed as told; the attack is what `twist` makes of its XML. */
async function attack(
  code: string,
  changes: Partial<ResponseOptions>,
  twist: (xml: string, journey: SamlJourney) => string = (xml) => xml,
): Promise<string> {
  const journey = await leaveForSaml(portico, provider);
  const xml = twist(responseXml(acme, answerTo(journey, changes)), journey);
  const { detail } = await expectRefused(portico, code, () => finishSaml(portico, journey, xml));
  return detail;
}

const ways = ['assertion', 'both'] as const;

describe('a response whose signature does not hold', () => {
  it('is refused without any signature', async () => {
    await attack('response_invalid', { signs: 'nothing' });
  });

  it('is refused when only the response is signed', async () => {
    expect(await attack('response_invalid', { signs: 'response' })).toContain('sign assertions');
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
    expect(await attack('response_invalid', { signs, digest: 'sha1' })).toContain('rsa-sha1');
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

describe('a response for somebody or something else', () => {
  it.each(ways)('is refused for another audience (%s)', async (signs) => {
    await attack('response_invalid', { signs, audience: 'https://other.example/metadata' });
  });

  it('is refused unless every audience restriction names us', async () => {
    const extraConditions =
      '<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience></saml:AudienceRestriction>';
    await attack('response_invalid', { extraConditions });
  });

  it('is refused with a condition that nobody understands', async () => {
    await attack('response_invalid', { extraConditions: '<saml:Condition></saml:Condition>' });
  });

  it.each(['https://other.example/acs', null])('is refused for the recipient %s', async (recipient) => {
    await attack('response_invalid', { recipient });
  });

  it('is refused for another destination, or with none in a signed response', async () => {
    await attack('response_invalid', { destination: 'https://other.example/acs' });
    await attack('response_invalid', { destination: null, signs: 'both' });
  });

  it('is refused from another issuer', async () => {
    await attack('response_invalid', { assertionIssuer: 'https://idp.globex.example/metadata' });
  });

  it.each([null, '_other'])('is refused in answer to request %s', async (inResponseTo) => {
    await attack('response_invalid', { inResponseTo });
  });

  it.each([null, '_other'])('is refused when its subject answers request %s', async (subjectInResponseTo) => {
    await attack('response_invalid', { subjectInResponseTo });
  });

  it('is refused when the provider reports a failure, assertion or not', async () => {
    expect(await attack('provider_error', { status: 'Responder' })).toContain('Responder');
  });
});

describe('a response out of its time', () => {
  it.each([
    ['whose conditions have ended', { notOnOrAfter: -61 }],
    ['whose confirmation has ended', { confirmedUntil: -61 }],
    ['that is not valid yet', { notBefore: 70 }],
    ['that is older than five minutes', { issuedAt: -400, notBefore: -500 }],
    ['issued in the future', { issuedAt: 120 }],
    ['whose session at the provider is over', { sessionUntil: -61 }],
  ])('is refused: one %s', async (_name, changes) => {
    await attack('response_expired', changes);
  });

  it.each([{ notOnOrAfter: null }, { confirmedUntil: null }])(
    'is refused without an end: %j',
    async (changes) => {
      await attack('response_invalid', changes);
    },
  );

  it('is forgiven a minute of clock skew', async () => {
    const { location } = await signInThroughSaml(portico, acme, provider, {
      notBefore: 50,
      notOnOrAfter: 300,
      issuedAt: 50,
    });
    expect(location).toBe('/servicedesk/customer/portals');
  });
});

describe('a response that is used again', () => {
  it('is refused', async () => {
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    await finishSaml(portico, journey, xml);
    await expectRefused(portico, 'assertion_reused', () => finishSaml(portico, journey, xml));
  });

  it('is refused in another journey, and with another assertion in the same journey', async () => {
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    const next = await leaveForSaml(portico, provider);
    await expectRefused(portico, 'response_invalid', () => finishSaml(portico, next, xml));
    await finishSaml(portico, journey, xml);
    const second = responseXml(acme, answerTo(journey));
    await expectRefused(portico, 'attempt_unknown', () => finishSaml(portico, journey, second));
  });

  it('opens one session when posted many times at once', async () => {
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    const answers = await Promise.all(Array.from({ length: 8 }, () => postResponse(portico, journey, xml)));
    const onward = answers
      .map(({ headers }) => String(headers.location))
      .filter((to) => to.includes('/complete'));
    expect(onward).toHaveLength(1);
    const before = await countSessions();
    const completions = await Promise.all(
      Array.from({ length: 8 }, () =>
        portico.app.inject({ url: onward[0] ?? '', headers: { cookie: journey.cookie } }),
      ),
    );
    const opened = completions.filter(({ headers }) =>
      cookiesOf(headers['set-cookie']).includes('portico_session'),
    );
    expect(opened).toHaveLength(1);
    expect(await countSessions()).toBe(before + 1);
  });
});

describe('a journey that was begun elsewhere', () => {
  it('is refused at another provider’s address', async () => {
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    await expectRefused(portico, 'attempt_unknown', async () => {
      const posted = await postResponse(portico, journey, xml, { providerId: other.id });
      return { location: String(posted.headers.location), cookie: cookiesOf(posted.headers['set-cookie']) };
    });
  });

  it.each(['', 'portico_attempt=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])(
    'is refused in a browser that did not begin it (%j)',
    async (cookie) => {
      const journey = await leaveForSaml(portico, provider);
      const xml = responseXml(acme, answerTo(journey));
      await expectRefused(portico, 'attempt_unknown', () => finishSaml(portico, journey, xml, cookie));
    },
  );

  it('is refused in the browser of a victim who is in a journey of their own', async () => {
    const attackers = await leaveForSaml(portico, provider);
    const victims = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(attackers));
    await expectRefused(portico, 'attempt_unknown', () =>
      finishSaml(portico, attackers, xml, victims.cookie),
    );
  });

  it('is refused when it was never begun: no RelayState, an invented one, an expired one', async () => {
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    for (const relayState of [null, '', 'x', 'A'.repeat(43), "' or 1=1 --"]) {
      await expectRefused(portico, 'attempt_unknown', async () => {
        const posted = await postResponse(portico, journey, xml, { relayState });
        return { location: String(posted.headers.location), cookie: '' };
      });
    }
    await portico.platform.db
      .updateTable('sign_in_attempt')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('id', '=', journey.relayState)
      .execute();
    await expectRefused(portico, 'attempt_unknown', () => finishSaml(portico, journey, xml));
  });

  it('is refused at a provider that is unknown, of the other protocol, or was disabled meanwhile', async () => {
    const at = async (url: string) => {
      const response = await portico.app.inject({ url });
      return {
        location: String(response.headers.location),
        cookie: cookiesOf(response.headers['set-cookie']),
      };
    };
    await expectRefused(portico, 'provider_unknown', () => at('/sso/saml/999/login'));
    await expectRefused(portico, 'provider_unknown', () => at(`/sso/oidc/${provider.id}/login`));
    const journey = await leaveForSaml(portico, other);
    const { db } = portico.platform;
    await db.updateTable('identity_provider').set({ is_enabled: false }).where('id', '=', other.id).execute();
    await expectRefused(portico, 'provider_disabled', () => at(`/sso/saml/${other.id}/login`));
    await expectRefused(portico, 'provider_disabled', () =>
      at(`/sso/saml/${other.id}/complete?state=${journey.relayState}`),
    );
    await db.updateTable('identity_provider').set({ is_enabled: true }).where('id', '=', other.id).execute();
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

describe('a person of whom the response says too little', () => {
  it('is refused without an e-mail address, or with something else in its place', async () => {
    expect(await attack('email_missing', { attributes: { displayName: 'Alice' } })).toContain('displayName');
    await attack('email_missing', { attributes: { mail: 'alice' } });
  });

  it('is refused without a NameID, or with one that is another every time', async () => {
    await attack('response_invalid', { nameId: '' });
    await attack('response_invalid', { nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' });
  });
});

async function countSessions(): Promise<number> {
  return (await portico.platform.db.selectFrom('session').select('id').execute()).length;
}
