import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerTo,
  cookiesOf,
  expectRefused,
  finishSaml,
  leaveForSaml,
  postResponse,
} from '../testing-sign-in.ts';
import { responseXml } from './testing-idp.ts';
import { createTarget, type Target } from './testing-target.ts';

let target: Target;
let portico: Target['portico'];
let acme: Target['acme'];
let provider: Target['provider'];
let other: Target['other'];

beforeAll(async () => {
  target = await createTarget();
  ({ portico, acme, provider, other } = target);
});

afterAll(async () => {
  await target?.portico.close();
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

async function countSessions(): Promise<number> {
  return (await portico.platform.db.selectFrom('session').select('id').execute()).length;
}
