import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo, cookiesOf, expectRefused, leaveForSaml, postResponse } from '../../testing-sign-in.ts';
import { responseXml } from '../testing-idp.ts';
import { createTarget, type Target } from '../testing-target.ts';

let target: Target;

beforeAll(async () => {
  target = await createTarget();
});

afterAll(async () => {
  await target?.portico.close();
});

describe('a form that is not what a provider posts', () => {
  it.each(['!!!', 'A', 'PHg+', '%3Cx%3E', 'w7/Dvw', 'gICAgA=='])(
    'S36: is refused with base64 that is none, or no UTF-8 (%s)',
    async (text) => {
      const { portico, provider } = target;
      const journey = await leaveForSaml(portico, provider);
      await expectRefused(portico, 'response_invalid', async () => {
        const posted = await postResponse(portico, journey, '', { encoded: text });
        return { location: String(posted.headers.location), cookie: '' };
      });
    },
  );

  it('S18: is refused with a field twice, or without one (parameter pollution)', async () => {
    const { portico, acme, provider } = target;
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
        return {
          location: String(posted.headers.location),
          cookie: cookiesOf(posted.headers['set-cookie']),
        };
      });
    }
  });

  it('S37: markup in a value stays text', async () => {
    const { portico, acme, provider } = target;
    const journey = await leaveForSaml(portico, provider);
    const name = 'Alice &lt;/saml:AttributeValue&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;';
    const xml = responseXml(
      acme,
      answerTo(journey, {
        nameId: 'markup-1&lt;/saml:NameID&gt;&lt;saml:NameID&gt;admin-1',
        attributes: { mail: 'markup@acme.example', displayName: name },
      }),
    );
    const posted = await postResponse(portico, journey, xml);
    const done = await portico.app.inject({
      url: String(posted.headers.location),
      headers: { cookie: journey.cookie },
    });
    const cookie = cookiesOf(done.headers['set-cookie']);
    const session = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
    expect(session.json().account.displayName).toBe(
      'Alice </saml:AttributeValue><script>alert(1)</script> &amp;',
    );
    const identity = await portico.platform.db
      .selectFrom('identity')
      .select('subject')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(identity.subject).toBe('markup-1</saml:NameID><saml:NameID>admin-1');
  });
});
