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

describe('a response out of its time', () => {
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
