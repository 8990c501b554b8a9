import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { createGuardedFetch, type GuardedFetch } from '../../platform/http/guarded-fetch.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { requireProvider } from '../providers/providers.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider, signInThroughSaml } from '../testing-sign-in.ts';
import { fetchMetadata } from './fetch-metadata.ts';
import { refreshMetadata, refreshSoon } from './refresh.ts';
import { nextRefreshAt, nextTryAt } from './schedule.ts';
import { plainMetadata } from './testing-metadata.ts';
import { type MetadataSite, startMetadataSite } from './testing-site.ts';

let portico: TestApp;
let second: TestApp;
let site: MetadataSite;
let admin: Record<string, string>;
let old: TestIdp;
let fresh: TestIdp;

const fetch = createGuardedFetch({ allowsPrivate: true });
const entityId = 'https://idp.acme.example/metadata';

beforeAll(async () => {
  portico = await createTestApp();
  second = await createTestApp({ database: portico.database });
  site = await startMetadataSite();
  admin = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
  old = await createTestIdp(entityId);
  fresh = await createTestIdp(entityId);
  await portico.start();
  await second.start();
});

beforeEach(async () => {
  const { db } = portico.platform;
  await db.deleteFrom('identity_provider').execute();
});

afterAll(async () => {
  await second?.close();
  await portico?.close();
  await site?.close();
});

/** Not due by the clock, so that nothing but the test refreshes it. */
async function addAcme(path: string, saml: object = {}) {
  const provider = await addDueAcme(path, saml);
  await portico.platform.db
    .insertInto('identity_provider_refresh')
    .values({
      provider_id: provider.id,
      url: provider.protocol === 'saml' ? (provider.settings.metadataUrl ?? null) : null,
      next_at: sql`now() + interval '1 day'`,
    })
    .execute();
  return provider;
}

function addDueAcme(path: string, saml: object = {}) {
  return addSamlProvider(portico, old, {
    saml: {
      entityId,
      signOnUrl: 'https://idp.acme.example/sso',
      certificates: [old.certificate],
      metadataUrl: site.at(path),
      ...saml,
    },
  });
}

async function settingsOf(id: string) {
  const provider = await requireProvider(portico.platform.db, id);
  if (provider.protocol !== 'saml') throw new Error('not SAML');
  return provider.settings;
}

function refresh(id: string, by: GuardedFetch = fetch) {
  return refreshMetadata(portico.platform, by, id);
}

async function stateOf(id: string) {
  const response = await portico.app.inject({
    url: `/rest/portico/1/identity-provider/${id}/metadata`,
    headers: admin,
  });
  return response.json();
}

function decide(id: string, metadataId: string, what: 'apply' | 'dismiss') {
  return portico.app.inject({
    method: 'POST',
    url: `/rest/portico/1/identity-provider/${id}/metadata/${metadataId}/${what}`,
    headers: admin,
    ...(what === 'apply' && { payload: {} }),
  });
}

async function auditOf(id: string): Promise<string[]> {
  const rows = await portico.platform.db
    .selectFrom('audit_event')
    .select('action')
    .where('object_id', '=', id)
    .where('action', 'like', 'identity-provider.%')
    .orderBy('id')
    .execute();
  return rows.map(({ action }) => action.replace('identity-provider.', ''));
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isTrue()); tries += 1) {
    if (tries > 200) throw new Error('It did not come true within 10 seconds');
    await sleep(50);
  }
}

describe('a refresh', () => {
  it('takes a new certificate, and keeps the old one beside it for 48 hours', async () => {
    const { id } = await addAcme('/roll');
    site.serve('/roll', plainMetadata([old.certificate], { attributes: ' ID="_1"' }));
    expect(await refresh(id)).toBe('unchanged');
    // Another id or signature is no change.
    site.serve('/roll', plainMetadata([old.certificate], { attributes: ' ID="_2"' }));
    expect(await refresh(id)).toBe('unchanged');
    expect((await stateOf(id)).history).toHaveLength(1);

    site.serve('/roll', plainMetadata([fresh.certificate]));
    expect(await refresh(id)).toBe('applied');
    expect((await settingsOf(id)).certificates).toEqual([fresh.certificate, old.certificate]);
    expect(await refresh(id)).toBe('unchanged');
    expect((await settingsOf(id)).certificates).toEqual([fresh.certificate, old.certificate]);
    const { certificates, history, nextAt, lastSucceededAt } = await stateOf(id);
    const left = Date.parse(certificates[1].until) - Date.now();
    expect(left / 3_600_000).toBeCloseTo(48, 1);
    expect(history).toMatchObject([{ state: 'applied', source: 'url' }, { state: 'superseded' }]);
    expect(Date.parse(nextAt)).toBeGreaterThan(Date.parse(lastSucceededAt));
    expect((await auditOf(id)).slice(-2)).toEqual(['changed', 'metadata-applied']);
  });

  it('takes the old certificate out of force when its 48 hours are over, by itself', async () => {
    const { id } = await addAcme('/over');
    site.serve('/over', plainMetadata([fresh.certificate]));
    await refresh(id);
    expect((await settingsOf(id)).certificates).toHaveLength(2);
    await portico.platform.db
      .updateTable('identity_provider_refresh')
      .set({
        retiring: JSON.stringify([{ certificate: old.certificate, until: '2026-01-01T00:00:00.000Z' }]),
        retire_at: new Date('2026-01-01'),
      })
      .execute();
    await portico.platform.jobs.add(portico.platform.db, 'identity.metadata-due', {});
    await until(async () => (await settingsOf(id)).certificates.length === 1);
    expect((await settingsOf(id)).certificates).toEqual([fresh.certificate]);
    await until(async () => (await stateOf(id)).certificates[0].until === null);
  });

  it('is outdone by an administrator who takes the old certificate out of force at once', async () => {
    const { id } = await addAcme('/stolen');
    site.serve('/stolen', plainMetadata([fresh.certificate]));
    await refresh(id);
    const { fingerprint } = (await stateOf(id)).certificates[1];
    const end = (of: string, which: string, headers: Record<string, string> = admin) =>
      portico.app.inject({
        method: 'POST',
        url: `/rest/portico/1/identity-provider/${of}/metadata/retiring/${encodeURIComponent(which)}/end`,
        headers,
      });
    const customer = await portico.signIn(await portico.createAccount());
    expect((await end(id, fingerprint, {})).statusCode).toBe(401);
    expect((await end(id, fingerprint, customer)).statusCode).toBe(403);
    expect((await end('999999', fingerprint)).statusCode).toBe(404);
    const current = (await stateOf(id)).certificates[0].fingerprint;
    expect((await end(id, current)).statusCode).toBe(404);
    expect((await settingsOf(id)).certificates).toHaveLength(2);

    const ended = await end(id, fingerprint);
    expect(ended.statusCode).toBe(200);
    expect(ended.json().certificates).toMatchObject([{ fingerprint: current, until: null }]);
    expect((await settingsOf(id)).certificates).toEqual([fresh.certificate]);
    expect((await auditOf(id)).slice(-2)).toEqual(['changed', 'certificate-ended']);
    expect((await end(id, fingerprint)).statusCode).toBe(404);
    expect(await refresh(id)).toBe('unchanged');
    expect((await settingsOf(id)).certificates).toEqual([fresh.certificate]);
  });

  it('never takes the only certificate out of force', async () => {
    const { id } = await addAcme('/only');
    await portico.platform.db
      .updateTable('identity_provider_refresh')
      .set({
        retiring: JSON.stringify([{ certificate: old.certificate, until: '2099-01-01T00:00:00.000Z' }]),
      })
      .where('provider_id', '=', id)
      .execute();
    const { fingerprint } = (await stateOf(id)).certificates[0];
    const response = await portico.app.inject({
      method: 'POST',
      url: `/rest/portico/1/identity-provider/${id}/metadata/retiring/${encodeURIComponent(fingerprint)}/end`,
      headers: admin,
    });
    expect(response.statusCode).toBe(409);
    expect((await settingsOf(id)).certificates).toEqual([old.certificate]);
  });

  it('leaves in force what was, whatever goes wrong, and tells of it once', async () => {
    const { id } = await addAcme('/broken');
    site.serve('/broken', plainMetadata([old.certificate]));
    await refresh(id);
    const before = await settingsOf(id);
    const pages = [
      null,
      '<html>Sign in</html>',
      plainMetadata([]),
      plainMetadata([fresh.certificate], { attributes: ' validUntil="2020-01-01T00:00:00Z"' }),
      plainMetadata([fresh.certificate], { signOnUrl: 'javascript:alert(1)' }),
      `<!DOCTYPE x>${plainMetadata([fresh.certificate])}`,
    ];
    for (const page of pages) {
      site.serve('/broken', page);
      expect(await refresh(id)).toBe('failed');
    }
    expect(await settingsOf(id)).toEqual(before);
    expect(await stateOf(id)).toMatchObject({
      failures: pages.length,
      problem: expect.stringMatching(/\.$/),
    });
    site.serve('/broken', plainMetadata([old.certificate]));
    expect(await refresh(id)).toBe('unchanged');
    expect(await stateOf(id)).toMatchObject({ failures: 0, problem: null });
    const told = (await auditOf(id)).filter((action) => action.startsWith('metadata-'));
    expect(told).toEqual(['metadata-refresh-failed', 'metadata-refresh-recovered']);
  });

  it('never takes another entity id, not even when nobody has signed in (S35)', async () => {
    const { id } = await addAcme('/other');
    site.serve('/other', plainMetadata([fresh.certificate], { entityId: 'https://evil.example' }));
    expect(await refresh(id)).toBe('failed');
    expect(await refresh(id)).toBe('failed');
    expect((await settingsOf(id)).certificates).toEqual([old.certificate]);
    const { history, problem } = await stateOf(id);
    expect(history).toMatchObject([{ state: 'refused', entityId: 'https://evil.example' }]);
    expect(problem).toContain('another provider');
    expect((await auditOf(id)).filter((action) => action === 'metadata-refused')).toHaveLength(1);
    site.serve('/other', plainMetadata([fresh.certificate]));
    expect(await refresh(id)).toBe('applied');
  });

  it('waits for an administrator where that is set, and does not offer again what was dismissed', async () => {
    const { id } = await addAcme('/review', { reviewsMetadata: true });
    site.serve('/review', plainMetadata([fresh.certificate]));
    expect(await refresh(id)).toBe('waiting');
    expect(await refresh(id)).toBe('unchanged');
    expect((await settingsOf(id)).certificates).toEqual([old.certificate]);
    const { waiting } = await stateOf(id);
    expect(waiting).toMatchObject({
      changes: { certificates: { added: [{ pem: fresh.certificate }], removed: [{ pem: old.certificate }] } },
    });
    expect((await decide(id, waiting.id, 'dismiss')).statusCode).toBe(200);
    expect(await refresh(id)).toBe('unchanged');
    expect((await stateOf(id)).waiting).toBeNull();
    expect((await decide(id, waiting.id, 'dismiss')).statusCode).toBe(409);

    site.serve('/review', plainMetadata([old.certificate, fresh.certificate]));
    expect(await refresh(id)).toBe('waiting');
    const again = (await stateOf(id)).waiting;
    expect((await decide(id, again.id, 'apply')).statusCode).toBe(200);
    expect((await settingsOf(id)).certificates).toEqual([old.certificate, fresh.certificate]);
    expect((await auditOf(id)).slice(-4)).toEqual([
      'metadata-dismissed',
      'metadata-waiting',
      'changed',
      'metadata-applied',
    ]);
  });

  it('does not undo a rollback, nor what an administrator entered by hand, until the metadata changes', async () => {
    const { id } = await addAcme('/back');
    site.serve('/back', plainMetadata([old.certificate]));
    await refresh(id);
    site.serve('/back', plainMetadata([fresh.certificate]));
    await refresh(id);
    const { history } = await stateOf(id);
    expect((await decide(id, history[1].id, 'apply')).statusCode).toBe(200);
    expect((await settingsOf(id)).certificates).toEqual([old.certificate]);
    expect(await refresh(id)).toBe('unchanged');
    expect((await settingsOf(id)).certificates).toEqual([old.certificate]);
    site.serve('/back', plainMetadata([old.certificate, fresh.certificate]));
    expect(await refresh(id)).toBe('applied');
    expect((await settingsOf(id)).certificates).toEqual([old.certificate, fresh.certificate]);
  });

  it('takes nothing by itself that came over plain HTTP', async () => {
    const { id } = await addAcme('/', { metadataUrl: 'http://idp.internal.example/metadata' });
    const answer: GuardedFetch = async () => new Response(plainMetadata([fresh.certificate]));
    expect(await refresh(id, answer)).toBe('waiting');
    expect((await stateOf(id)).waiting.problem).toContain('plain HTTP');
    expect((await settingsOf(id)).certificates).toEqual([old.certificate]);
  });

  it('does not begin to sign requests by itself, but says that it is wanted', async () => {
    const { id } = await addAcme('/wants');
    const roleAttributes = ' WantAuthnRequestsSigned="true"';
    site.serve('/wants', plainMetadata([old.certificate], { roleAttributes }));
    expect(await refresh(id)).toBe('unchanged');
    expect(await settingsOf(id)).not.toHaveProperty('signsRequests');
    const response = await portico.app.inject({
      url: '/rest/portico/1/identity-provider-warnings',
      headers: admin,
    });
    expect(response.json().values).toMatchObject([{ kind: 'signing-wanted', providerId: id }]);
  });

  it('finds its provider in the metadata of a federation', async () => {
    const { id } = await addAcme('/federation');
    site.serve(
      '/federation',
      `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${plainMetadata([old.certificate], { entityId: 'urn:other' })}${plainMetadata([fresh.certificate])}</md:EntitiesDescriptor>`,
    );
    expect(await refresh(id)).toBe('applied');
    expect((await settingsOf(id)).certificates[0]).toBe(fresh.certificate);
  });

  it('is for providers with an address', async () => {
    const { id } = await addSamlProvider(portico, old);
    expect(await refresh(id)).toBe('off');
    const response = await portico.app.inject({
      method: 'POST',
      url: `/rest/portico/1/identity-provider/${id}/metadata/refresh`,
      headers: admin,
    });
    expect(response.statusCode).toBe(400);
  });
});

describe('two processes', () => {
  it('fetch once what is due, and take it once', async () => {
    const { id } = await addDueAcme('/twice');
    site.serve('/twice', plainMetadata([fresh.certificate]));
    const due = async () => {
      for (const { platform } of [portico, second]) {
        await platform.jobs.add(platform.db, 'identity.metadata-due', {});
      }
    };
    await due();
    await until(async () => (await settingsOf(id)).certificates.length === 2);
    await due();
    await sleep(300);
    expect(site.asked('/twice')).toBe(1);
    expect((await auditOf(id)).filter((action) => action === 'metadata-applied')).toHaveLength(1);
    // Another address is due at once.
    site.serve('/twice-moved', plainMetadata([fresh.certificate]));
    await portico.platform.db
      .updateTable('identity_provider')
      .set({ settings: sql`settings || ${JSON.stringify({ metadataUrl: site.at('/twice-moved') })}::jsonb` })
      .execute();
    await due();
    await until(async () => site.asked('/twice-moved') === 1);
  });

  it('that take the same change at the same time change the provider once', async () => {
    const { id } = await addAcme('/same');
    site.serve('/same', plainMetadata([fresh.certificate]));
    const outcomes = await Promise.all([
      refresh(id),
      refreshMetadata(second.platform, fetch, id),
      refresh(id),
      refreshMetadata(second.platform, fetch, id),
    ]);
    expect(outcomes.sort()).toEqual(['applied', 'unchanged', 'unchanged', 'unchanged']);
    expect((await stateOf(id)).history).toHaveLength(1);
  });
});

describe('an unknown signing key', () => {
  it('makes a refresh happen at once, but not again within ten minutes', async () => {
    const { jobs, db } = portico.platform;
    const { id } = await addAcme('/soon');
    site.serve('/soon', plainMetadata([old.certificate]));
    await refresh(id);
    site.serve('/soon', plainMetadata([fresh.certificate]));
    await refreshSoon(jobs, db, id);
    await sleep(300);
    expect(site.asked('/soon')).toBe(1);
    await db
      .updateTable('identity_provider_refresh')
      .set({ last_at: sql`now() - interval '11 minutes'` })
      .execute();
    await Promise.all([refreshSoon(jobs, db, id), refreshSoon(second.platform.jobs, db, id)]);
    await until(async () => (await settingsOf(id)).certificates.length === 2);
    await refreshSoon(jobs, db, id);
    await sleep(300);
    expect(site.asked('/soon')).toBe(2);
  });
});

test('who signs in with a response that is signed with a new key is refused, and a moment later let in', async () => {
  const provider = await addAcme('/sign-in');
  site.serve('/sign-in', plainMetadata([fresh.certificate]));
  const first = await signInThroughSaml(portico, fresh, provider);
  expect(first.location).toContain('error=response_invalid');
  await until(async () => (await settingsOf(provider.id)).certificates.length === 2);
  const second = await signInThroughSaml(portico, fresh, provider);
  expect(second.location).not.toContain('error=');
  // The old certificate still counts.
  const third = await signInThroughSaml(portico, old, provider);
  expect(third.location).not.toContain('error=');
  await portico.platform.db.deleteFrom('identity').execute();
});

describe('fetching metadata', () => {
  it('does not follow redirects into private networks or to plain HTTP (S35)', async () => {
    const guarded = createGuardedFetch({ allowsPrivate: false });
    const leadTo =
      (location: string): GuardedFetch =>
      (url, init) =>
        String(url) === 'https://idp.acme.example/metadata'
          ? Promise.resolve(new Response(null, { status: 302, headers: { location } }))
          : guarded(url, init);
    const problem = async (location: string) => {
      try {
        await fetchMetadata(leadTo(location), 'https://idp.acme.example/metadata', false);
        return 'none';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(await problem('https://127.0.0.1/')).toContain('inside a private network');
    expect(await problem('https://10.1.2.3/')).toContain('inside a private network');
    expect(await problem('http://idp.acme.example/')).toContain('begins with https://');
    expect(await problem('file:///etc/passwd')).toContain('begins with https://');
    expect(await problem('https://user:secret@idp.acme.example/')).toContain('password');
  });

  it('knows whether somebody on the way could have changed it', async () => {
    const leads: GuardedFetch = async (url) =>
      String(url).startsWith('https:')
        ? new Response(null, { status: 302, headers: { location: 'http://idp.internal.example/' } })
        : new Response('<a/>');
    const isProtected = async (url: string) => (await fetchMetadata(leads, url, true)).isProtected;
    expect(await isProtected('http://localhost:1234/')).toBe(true);
    expect(await isProtected('http://127.0.0.1/')).toBe(true);
    expect(await isProtected('http://idp.internal.example/')).toBe(false);
    expect(await isProtected('http://localhost.evil.example/')).toBe(false);
    expect(await isProtected('https://idp.acme.example/')).toBe(false);
  });
});

test('metadata is fetched as often as it asks for, at most hourly and at least daily', () => {
  const now = new Date('2026-03-01T00:00:00Z');
  const hours = (cacheSeconds: number | null, validUntil: string | null, random = 0) =>
    (nextRefreshAt({ cacheSeconds, validUntil }, now, random).getTime() - now.getTime()) / 3_600_000;
  expect(hours(null, null)).toBe(24);
  expect(hours(null, null, 1)).toBeCloseTo(21.6);
  expect(hours(6 * 3600, null)).toBe(6);
  expect(hours(60, null, 1)).toBe(1);
  expect(hours(7 * 86_400, null)).toBe(24);
  expect(hours(null, '2026-03-01T10:00:00Z')).toBe(5);
  expect(hours(null, '2026-03-01T00:10:00Z')).toBe(1);
  expect(hours(null, '2099-01-01T00:00:00Z')).toBe(24);
});

test('after failures it is tried again, at growing intervals', () => {
  const now = new Date();
  const hours = (failures: number) => (nextTryAt(failures, now, 0).getTime() - now.getTime()) / 3_600_000;
  expect([1, 2, 3, 4, 5, 6, 50].map(hours)).toEqual([1, 2, 4, 8, 16, 24, 24]);
});
