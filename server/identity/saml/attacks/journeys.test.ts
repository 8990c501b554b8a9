import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../testing.ts';
import {
  addSamlProvider,
  answerTo,
  cookiesOf,
  expectRefused,
  finishSaml,
  leaveForSaml,
  postResponse,
} from '../../testing-sign-in.ts';
import { createTestIdp, responseXml } from '../testing-idp.ts';
import { createTarget, type Target } from '../testing-target.ts';

let target: Target;
/** a second process on the same database */
let twin: TestApp;

beforeAll(async () => {
  target = await createTarget();
  twin = await createTestApp({ database: target.portico.database });
});

afterAll(async () => {
  await twin?.close();
  await target?.portico.close();
});

const landed = (response: { headers: Record<string, unknown> }) => ({
  location: String(response.headers['location']),
  cookie: cookiesOf(response.headers['set-cookie'] as string | string[] | undefined),
});

describe('S26: an answer to a question that this browser did not ask', () => {
  it.each(['', 'portico_attempt=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])(
    'is refused in a browser that did not begin it (%j)',
    async (cookie) => {
      const { portico, acme, provider } = target;
      const journey = await leaveForSaml(portico, provider);
      const xml = responseXml(acme, answerTo(journey));
      await expectRefused(portico, 'attempt_unknown', () => finishSaml(portico, journey, xml, cookie));
    },
  );

  it('is refused in the browser of a victim who is on a journey of their own (login CSRF)', async () => {
    const { portico, acme, provider } = target;
    const attackers = await leaveForSaml(portico, provider);
    const victims = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(attackers));
    await expectRefused(portico, 'attempt_unknown', () =>
      finishSaml(portico, attackers, xml, victims.cookie),
    );
  });

  it('is refused with a RelayState that is invented or expired', async () => {
    const { portico, acme, provider } = target;
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    for (const relayState of ['A'.repeat(43), "' or 1=1 --"]) {
      await expectRefused(portico, 'attempt_unknown', async () =>
        landed(await postResponse(portico, journey, xml, { relayState })),
      );
    }
    await portico.platform.db
      .updateTable('sign_in_attempt')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('id', '=', journey.relayState)
      .execute();
    await expectRefused(portico, 'attempt_unknown', () => finishSaml(portico, journey, xml));
  });
});

describe('S27: an answer that is used again', () => {
  it('is refused, in any process', async () => {
    const { portico, acme, provider } = target;
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    await finishSaml(portico, journey, xml);
    await expectRefused(portico, 'assertion_reused', () => finishSaml(portico, journey, xml));
    await expectRefused(twin, 'assertion_reused', () => finishSaml(twin, journey, xml));
  });

  it('is refused in another journey, and with another assertion in the same journey', async () => {
    const { portico, acme, provider } = target;
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    const next = await leaveForSaml(portico, provider);
    await expectRefused(portico, 'response_invalid', () => finishSaml(portico, next, xml));
    await finishSaml(portico, journey, xml);
    const second = responseXml(acme, answerTo(journey));
    await expectRefused(portico, 'attempt_unknown', () => finishSaml(portico, journey, second));
  });

  it('opens one session when posted to two processes many times at once', async () => {
    const { portico, acme, provider } = target;
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    const both = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? portico : twin));
    const answers = await Promise.all(both.map((process) => postResponse(process, journey, xml)));
    const onward = answers.map((answer) => landed(answer).location).filter((to) => to.includes('/complete'));
    expect(onward).toHaveLength(1);
    const before = await countSessions();
    const completions = await Promise.all(
      both.map(({ app }) => app.inject({ url: onward[0] ?? '', headers: { cookie: journey.cookie } })),
    );
    const opened = completions.filter((answer) => landed(answer).cookie.includes('portico_session'));
    expect(opened).toHaveLength(1);
    expect(await countSessions()).toBe(before + 1);
  });
});

describe('S29: an answer of one provider at another’s address (mix-up)', () => {
  it('is refused when the journey was begun at the first', async () => {
    const { portico, acme, provider, other } = target;
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey));
    await expectRefused(portico, 'attempt_unknown', async () =>
      landed(await postResponse(portico, journey, xml, { providerId: other.id })),
    );
  });

  it('is refused when the journey was begun at the second', async () => {
    const { portico, acme, other } = target;
    const journey = await leaveForSaml(portico, other);
    await expectRefused(portico, 'response_invalid', () =>
      finishSaml(portico, journey, responseXml(acme, answerTo(journey))),
    );
  });

  it('cannot come to be through two providers of one entity id', async () => {
    const { portico, acme } = target;
    const twinIdp = await createTestIdp(acme.entityId);
    await expect(addSamlProvider(portico, twinIdp, { domains: ['twin.example'] })).rejects.toMatchObject({
      errors: { 'saml.entityId': expect.stringContaining('Acme') },
    });
  });
});

describe('S31: an answer that nobody asked for', () => {
  it('is refused where sign-in may not begin at the provider', async () => {
    const { portico, acme, provider } = target;
    const journey = await leaveForSaml(portico, provider);
    const xml = responseXml(acme, answerTo(journey, { inResponseTo: null }));
    await expectRefused(portico, 'idp_initiated_off', async () =>
      landed(await postResponse(portico, journey, xml, { relayState: null })),
    );
  });

  it('is refused in place of one that was asked for', async () => {
    const { attack } = target;
    await attack('response_invalid', { inResponseTo: null });
  });
});

describe('S32: a place to go that is not ours', () => {
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/%0d%0aLocation:%20https://evil.example',
    '/\t/evil.example',
    '/sso/saml/1/login',
  ])('is not gone to: %j', async (destination) => {
    const { portico, acme, provider } = target;
    const journey = await leaveForSaml(portico, provider, destination);
    const { location } = await finishSaml(portico, journey, responseXml(acme, answerTo(journey)));
    expect(new URL(location, 'http://localhost:8080').origin).toBe('http://localhost:8080');
    expect(location.startsWith('/')).toBe(true);
    expect(location).not.toMatch(/^\/[\\/]|sso\/saml/);
  });
});

async function countSessions(): Promise<number> {
  return (await target.portico.platform.db.selectFrom('session').select('id').execute()).length;
}
