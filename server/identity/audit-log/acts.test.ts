import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { cookiesOf } from '../testing-sign-in.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Every `noun.verb` that is recorded: as action, or passed to a function that records it. */
async function recordedActs(): Promise<Set<string>> {
  const texts: string[] = [];
  for await (const path of glob('server/**/*.ts', { cwd: root })) {
    if (path.endsWith('.test.ts')) continue;
    const text = await readFile(join(root, path), 'utf8');
    if (/\brecordAudit\b|\bAuditActor\b/.test(text)) texts.push(text);
  }
  const all = texts.join('\n');
  const acts = new Set([...all.matchAll(/\baction: '([a-z-]+\.[a-z-]+)'/g)].map(([, act = '']) => act));
  const nouns = new Set([...acts].map((act) => act.split('.', 1)[0]));
  // Jobs are named alike.
  const jobs = new Set(
    [...all.matchAll(/(?:[Jj]ob = |\b(?:define|schedule|add)\((?:trx, )?)'([^']+)'/g)].map(([, job]) => job),
  );
  for (const [, act = ''] of all.matchAll(
    /'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)+|[a-z]+-[a-z-]+\.[a-z]+)'/g,
  )) {
    if (nouns.has(act.split('.', 1)[0]) && !jobs.has(act)) acts.add(act);
  }
  return acts;
}

it('each act that is recorded can be searched for by its name', async () => {
  const known = await readFile(join(root, 'web', 'admin', 'audit', 'actions.ts'), 'utf8');
  const missing = [...(await recordedActs())].filter((act) => !known.includes(`'${act}'`));
  expect(missing).toEqual([]);
});

describe('what is recorded', () => {
  let portico: TestApp;
  beforeAll(async () => {
    portico = await createTestApp();
  });
  afterAll(() => portico?.close());

  it('holds no secret, whatever happened to it: passwords, client secrets, tokens, links, cookies', async () => {
    const { app } = portico;
    const secrets = {
      password: 'five green herons wade',
      newPassword: 'seven brown badgers dig',
      wrongPassword: 'nobody has typed this yet',
      clientSecret: 'client-secret-8yKq2',
      newClientSecret: 'client-secret-Zp4Lm',
      mailPassword: 'mail-secret-t7RrQ',
      newMailPassword: 'mail-secret-u8SsW',
    };
    const ada = await portico.createAccount({ email: 'ada@northwind.example', isAdministrator: true });
    const { cookie, origin } = await portico.signIn(ada);
    const send = async (method: 'POST' | 'PUT' | 'DELETE' | 'GET', path: string, payload?: object) => {
      const url = `/rest/portico/1/${path}`;
      const answer = await app.inject({
        method,
        url,
        headers: { cookie, origin },
        ...(payload && { payload }),
      });
      expect(answer.statusCode, `${method} ${url}: ${answer.body}`).toBeLessThan(300);
      return answer.body === '' ? null : answer.json();
    };
    const signIn = (password: string) =>
      app.inject({
        method: 'POST',
        url: '/rest/portico/1/sign-in/password',
        headers: { origin },
        payload: { email: 'bo@northwind.example', password },
      });
    const found: string[] = Object.values(secrets);

    const bo = { displayName: 'Bo', email: 'bo@northwind.example', password: secrets.password };
    const { accountId } = await send('POST', 'account', bo);
    await signIn(secrets.wrongPassword);
    const session = await signIn(secrets.password);
    const sessionCookie = cookiesOf(session.headers['set-cookie']);
    found.push(sessionCookie.slice(sessionCookie.indexOf('=') + 1));
    await app.inject({
      method: 'POST',
      url: '/rest/portico/1/sign-out',
      headers: { origin, cookie: sessionCookie },
    });
    await send('PUT', `account/${accountId}`, { password: secrets.newPassword });

    const oidc = {
      issuer: 'https://login.globex.example',
      clientId: 'portico',
      clientSecret: secrets.clientSecret,
    };
    const provider = {
      protocol: 'oidc',
      name: 'Globex',
      isEnabled: false,
      domains: ['globex.example'],
      oidc,
    };
    const { id } = await send('POST', 'identity-provider', provider);
    const { version, ...shown } = await send('GET', `identity-provider/${id}`);
    await send('PUT', `identity-provider/${id}`, {
      ...provider,
      position: shown.position,
      version,
      oidc: { ...oidc, clientSecret: secrets.newClientSecret },
    });
    const link = await send('POST', `identity-provider/${id}/setup-link`, { note: 'Ina' });
    const token =
      /[\w-]{30,}$/.exec(JSON.stringify(link).match(/provider-setup\/[\w-]+/)?.[0] ?? '')?.[0] ?? '';
    expect(token).not.toBe('');
    found.push(token);
    await app.inject({ url: `/rest/portico/1/provider-setup/${token}` });

    const mail = {
      host: '127.0.0.1',
      port: 2525,
      security: 'none',
      username: 'portico',
      password: secrets.mailPassword,
      fromAddress: 'help@northwind.example',
      fromName: '',
      replyTo: '',
    };
    const settings = await send('PUT', 'mail', { ...mail, version: 0 });
    await send('PUT', 'mail', { ...mail, password: secrets.newMailPassword, version: settings.version });
    await send('DELETE', 'mail');

    const made = await send('POST', 'my-token', { name: 'Script', scopes: ['read:jira-user'], days: 30 });
    found.push(made.token);
    const authorization = `Bearer ${made.token}`;
    await app.inject({ url: '/rest/api/3/myself', headers: { authorization } });

    const events = await portico.platform.db.selectFrom('audit_event').selectAll().execute();
    const acts = events.map(({ action }) => action);
    for (const act of [
      'account.created',
      'account.changed',
      'sign-in.refused',
      'sign-in.succeeded',
      'session.ended',
      'identity-provider.created',
      'identity-provider.changed',
      'identity-provider.setup-link-made',
      'mail-settings.changed',
      'mail-settings.removed',
      'api-token.created',
    ]) {
      expect(acts).toContain(act);
    }
    const log = JSON.stringify(events);
    for (const secret of found) {
      expect(secret.length).toBeGreaterThan(10);
      expect(log).not.toContain(secret);
    }
    expect(log).not.toMatch(/\$argon2|BEGIN (RSA |EC )?PRIVATE KEY/);
  });
});
