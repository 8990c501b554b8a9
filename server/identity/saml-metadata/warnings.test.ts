import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider } from '../testing-sign-in.ts';
import { currentWarnings, giveWarnings } from './warnings.ts';

let portico: TestApp;
let idp: TestIdp;
/** Certificates of test providers end then. */
const end = new Date('2049-01-01T00:00:00Z');

beforeAll(async () => {
  portico = await createTestApp();
  idp = await createTestIdp('https://idp.acme.example');
});

beforeEach(async () => {
  await portico.platform.db.deleteFrom('identity_provider').execute();
});

afterAll(async () => {
  await portico?.close();
});

function daysBefore(days: number, date = end): Date {
  return new Date(date.getTime() - days * 86_400_000);
}

async function told(): Promise<object[]> {
  const rows = await portico.platform.db
    .selectFrom('audit_event')
    .select('after')
    .where('action', '=', 'identity-provider.warning')
    .orderBy('id')
    .execute();
  return rows.map(({ after }) => after as object);
}

describe('warnings', () => {
  it('of a certificate come 30 and 7 days before its end and when it has come, each once', async () => {
    const { db } = portico.platform;
    await addSamlProvider(portico, idp);
    const olivia = await portico.createAccount({ email: 'olivia@desk.example', isAdministrator: true });
    await portico.createAccount({ email: 'customer@acme.example' });
    const before = (await told()).length;
    for (const days of [31, 29.5, 29, 8, 6.5, 6, 1, -0.5, -1, -40])
      await giveWarnings(portico.platform, daysBefore(days));
    const since = (await told()).slice(before);
    expect(since).toMatchObject([
      { warning: 'certificate', daysLeft: 29, at: end.toISOString() },
      { warning: 'certificate', daysLeft: 6 },
      { warning: 'certificate', daysLeft: -1 },
    ]);
    const mails = await db.selectFrom('mail_message').select(['to_address', 'subject']).execute();
    expect(mails).toEqual(
      Array(3).fill({ to_address: olivia.email, subject: 'Acme: sign-in needs your attention' }),
    );
    // Two processes at the same time
    await Promise.all([
      giveWarnings(portico.platform, daysBefore(-3)),
      giveWarnings(portico.platform, daysBefore(-3)),
    ]);
    expect(await told()).toHaveLength(before + 3);
    expect(await currentWarnings(db, daysBefore(20))).toMatchObject([
      { kind: 'certificate', daysLeft: 20, isUrgent: false, provider: { name: 'Acme' } },
    ]);
    expect(await currentWarnings(db, daysBefore(3))).toMatchObject([{ isUrgent: true }]);
    expect(await currentWarnings(db, daysBefore(30))).toEqual([]);
  });

  it('of our own key’s certificate come in the same way', async () => {
    const { db } = portico.platform;
    const { id } = await addSamlProvider(portico, idp);
    for (const state of ['active', 'previous']) {
      await db
        .insertInto('identity_provider_key')
        .values({
          provider_id: id,
          state,
          certificate: idp.certificate,
          key_id: state,
          sealed_private_key: 'x',
        })
        .execute();
    }
    const kinds = (await currentWarnings(db, daysBefore(5))).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['certificate', 'own-certificate']);
  });

  it('of an exception for weak algorithms come before its last day is over', async () => {
    const { db } = portico.platform;
    const until = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
    await addSamlProvider(portico, idp, {
      saml: {
        entityId: idp.entityId,
        signOnUrl: 'https://idp.acme.example/sso',
        certificates: [idp.certificate],
        weakAlgorithms: { algorithms: ['sha1'], until },
      },
    });
    const last = new Date(`${until}T23:59:59Z`);
    expect(await currentWarnings(db, daysBefore(31, last))).toEqual([]);
    expect(await currentWarnings(db, daysBefore(6, last))).toMatchObject([
      { kind: 'exception', daysLeft: 6, detail: 'sha1', isUrgent: true },
    ]);
    expect(await currentWarnings(db, daysBefore(-10, last))).toMatchObject([{ daysLeft: -10 }]);
  });

  it('of failing refreshes are live at once, and told once until one succeeds', async () => {
    const { db } = portico.platform;
    const { id } = await addSamlProvider(portico, idp, {
      saml: {
        entityId: idp.entityId,
        signOnUrl: 'https://idp.acme.example/sso',
        certificates: [idp.certificate],
        metadataUrl: 'https://idp.acme.example/metadata',
      },
    });
    await db
      .insertInto('identity_provider_refresh')
      .values({ provider_id: id, next_at: sql`now()`, problem: 'It is away.', failures: 3 })
      .execute();
    expect(await currentWarnings(db)).toMatchObject([{ kind: 'refresh', detail: 'It is away.' }]);
    const before = (await told()).length;
    await giveWarnings(portico.platform);
    await giveWarnings(portico.platform);
    expect(await told()).toHaveLength(before + 1);
    await db.updateTable('identity_provider_refresh').set({ last_succeeded_at: sql`now()` }).execute();
    await giveWarnings(portico.platform);
    expect(await told()).toHaveLength(before + 2);
    const later = new Date(Date.now() + 9 * 86_400_000);
    expect(await currentWarnings(db, later)).toMatchObject([{ kind: 'refresh', isUrgent: true }]);
  });

  it('are of enabled providers only', async () => {
    await addSamlProvider(portico, idp, { isEnabled: false });
    expect(await currentWarnings(portico.platform.db, daysBefore(3))).toEqual([]);
  });
});
