import { afterAll, beforeAll, describe, it } from 'vitest';
import { cookiesOf, expectRefused, leaveForSaml } from '../testing-sign-in.ts';
import { createTarget, type Target } from './testing-target.ts';

let target: Target;
let portico: Target['portico'];
let provider: Target['provider'];
let other: Target['other'];

beforeAll(async () => {
  target = await createTarget();
  ({ portico, provider, other } = target);
});

afterAll(async () => {
  await target?.portico.close();
});

describe('a journey that was begun elsewhere', () => {
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
