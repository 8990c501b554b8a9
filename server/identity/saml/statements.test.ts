import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInThroughSaml } from '../testing-sign-in.ts';
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

const ways = ['assertion', 'both'] as const;

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
