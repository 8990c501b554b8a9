import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { cookiesOf } from '../testing-sign-in.ts';
import { createSetupLink } from './setup.ts';

let portico: TestApp;

beforeEach(async () => {
  portico = await createTestApp({ config: { siteName: 'Northwind Help' } });
});

afterEach(async () => {
  await portico?.close();
});

const ada = {
  displayName: 'Ada Admin',
  email: 'ada@northwind.example',
  password: 'nine small otters swim',
};

async function newToken(): Promise<string> {
  const link = await createSetupLink(portico.platform.db, portico.platform.config);
  expect(link?.href).toMatch(/^http:\/\/localhost:8080\/setup\/[\w-]{43}$/);
  return link?.pathname.split('/').at(-1) ?? '';
}

function setUp(body: object) {
  return portico.app.inject({ method: 'POST', url: '/rest/portico/1/setup', payload: body });
}

async function site() {
  return (await portico.app.inject({ url: '/rest/portico/1/site' })).json();
}

describe('setting up a new site', () => {
  it('creates the first administrator, signed in, once', async () => {
    expect(await site()).toMatchObject({ siteName: 'Northwind Help', isSetUp: false });
    const token = await newToken();
    const seen = await portico.app.inject({ url: `/rest/portico/1/setup/${token}` });
    expect(seen.json()).toEqual({ siteName: 'Northwind Help' });

    const response = await setUp({ token, ...ada });
    expect(response.statusCode).toBe(201);
    expect(response.json().account).toMatchObject({ isAdministrator: true, isAgent: true });
    const cookie = cookiesOf(response.headers['set-cookie']);
    const session = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
    expect(session.json().account.emailAddress).toBe('ada@northwind.example');
    expect(await site()).toMatchObject({ isSetUp: true, version: '0.1.0' });

    expect((await setUp({ token, ...ada, email: 'eve@northwind.example' })).statusCode).toBe(404);
    expect((await portico.app.inject({ url: `/rest/portico/1/setup/${token}` })).statusCode).toBe(404);
    expect(await createSetupLink(portico.platform.db, portico.platform.config)).toBeNull();
  });

  it('lets one of two win who come at once', async () => {
    const token = await newToken();
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) => setUp({ token, ...ada, email: `a${index}@northwind.example` })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 404, 404, 404, 404]);
    expect(await portico.platform.db.selectFrom('account').select('id').execute()).toHaveLength(1);
  });

  it('goes on working after a mistake', async () => {
    const token = await newToken();
    const refused = await setUp({ token, ...ada, email: 'ada', password: 'short' });
    expect(refused.statusCode).toBe(400);
    expect(Object.keys(refused.json().errors).sort()).toEqual(['email', 'password']);
    expect((await setUp({ token, ...ada })).statusCode).toBe(201);
  });

  it('does not work with an older link, an expired one, or an invented one', async () => {
    const older = await newToken();
    const newer = await newToken();
    expect((await setUp({ token: older, ...ada })).statusCode).toBe(404);
    expect((await setUp({ token: 'x', ...ada })).statusCode).toBe(404);
    await portico.platform.db
      .updateTable('setup_token')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .execute();
    expect((await setUp({ token: newer, ...ada })).statusCode).toBe(404);
    expect(await site()).toMatchObject({ isSetUp: false });
  });

  it('does not work when an administrator came to be in another way', async () => {
    const token = await newToken();
    await portico.createAccount({ isAdministrator: true });
    expect((await setUp({ token, ...ada })).statusCode).toBe(404);
  });
});
