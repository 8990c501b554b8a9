import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { addProvider } from '../testing-sign-in.ts';

let portico: TestApp;
let admin: Record<string, string>;
let customer: Record<string, string>;
let id: string;

// One white pixel.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const base = '/rest/portico/1/identity-provider';

beforeAll(async () => {
  portico = await createTestApp();
  admin = await portico.signIn(
    await portico.createAccount({ displayName: 'Ada Admin', isAdministrator: true }),
  );
  customer = await portico.signIn(await portico.createAccount());
});

beforeEach(async () => {
  await portico.platform.db.deleteFrom('identity_provider').execute();
  ({ id } = await addCompany('Acme'));
});

afterAll(async () => {
  await portico?.close();
});

function addCompany(name: string) {
  return addProvider(portico, {
    protocol: 'oidc',
    name,
    domains: [`${name.toLowerCase()}.example`],
    shownOn: 'all',
    oidc: { issuer: `http://${name.toLowerCase()}.example`, clientId: 'portico', clientSecret: 'secret' },
  });
}

function put(content: Buffer, type = 'image/png', headers: Record<string, string> | null = admin, of = id) {
  return portico.app.inject({
    method: 'PUT',
    url: `${base}/${of}/logo`,
    headers: { ...headers, 'content-type': type },
    payload: content,
  });
}

const get = (url: string) => portico.app.inject({ url });

describe('a logo', () => {
  it('is shown to everybody who was told its address, and may be kept for good', async () => {
    const saved = await put(png);
    expect(saved.statusCode).toBe(200);
    const { logoUrl } = saved.json();
    const shown = await get(logoUrl);
    expect(shown.statusCode).toBe(200);
    expect(shown.rawPayload).toEqual(png);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    const { providers } = (await get('/rest/portico/1/sign-in/options')).json();
    expect(providers).toMatchObject([{ id, logoUrl }]);
  });

  it('is not found by counting up ids', async () => {
    await put(png);
    for (const query of ['', '?v=', '?v=1', '?v=00000000-0000-4000']) {
      expect((await get(`${base}/${id}/logo${query}`)).statusCode).toBe(404);
    }
    expect((await get(`${base}/999999/logo?v=1`)).statusCode).toBe(404);
  });

  it('is what its bytes say, whatever it is called', async () => {
    const { logoUrl } = (await put(gif, 'application/octet-stream')).json();
    expect((await get(logoUrl)).headers['content-type']).toBe('image/gif');
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'image/svg+xml'],
    ['an SVG that is called a PNG', '<?xml version="1.0"?><svg onload="alert(1)"/>', 'image/png'],
    ['HTML that is called a PNG', '<!doctype html><script>alert(1)</script>', 'image/png'],
    ['nothing', '', 'image/png'],
    ['a PDF', '%PDF-1.7\n', 'image/png'],
  ])('is never %s', async (_, text, type) => {
    const response = await put(Buffer.from(text), type);
    expect(response.statusCode).toBe(400);
    expect((await get('/rest/portico/1/sign-in/options')).json().providers[0].logoUrl).toBeNull();
  });

  it('comes as an image, not as a page or a form', async () => {
    for (const type of [
      'text/html',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ]) {
      expect((await put(png, type)).statusCode).toBeGreaterThanOrEqual(400);
    }
    expect((await put(png, 'text/html')).statusCode).toBe(415);
  });

  it('has at most 200 kB', async () => {
    const large = Buffer.concat([png, Buffer.alloc(200 * 1024)]);
    const response = await put(large);
    expect(response.statusCode).toBe(413);
    expect(response.json().errorMessages[0]).toContain('at most 200 kB');
    expect((await put(Buffer.alloc(2_000_000))).statusCode).toBe(413);
  });

  it('replaces the one before, whose file is gone', async () => {
    const before = (await put(png)).json().logoUrl;
    const { logo_key: key } = await portico.platform.db
      .selectFrom('identity_provider')
      .select('logo_key')
      .executeTakeFirstOrThrow();
    const after = (await put(gif, 'image/gif')).json().logoUrl;
    expect(after).not.toBe(before);
    expect((await get(before)).statusCode).toBe(404);
    await expect(portico.platform.files.read(key ?? '')).rejects.toMatchObject({ statusCode: 404 });
  });

  it('is taken away, and both are in the audit log', async () => {
    const { logoUrl } = (await put(png)).json();
    const removed = await portico.app.inject({ method: 'DELETE', url: `${base}/${id}/logo`, headers: admin });
    expect(removed.statusCode).toBe(204);
    expect((await get(logoUrl)).statusCode).toBe(404);
    const events = await portico.platform.db
      .selectFrom('audit_event')
      .select(['before', 'after'])
      .where('action', '=', 'identity-provider.logo-changed')
      .where('object_id', '=', id)
      .orderBy('id')
      .execute();
    expect(events).toEqual([
      { before: { logo: null }, after: { logo: 'image/png' } },
      { before: { logo: 'image/png' }, after: { logo: null } },
    ]);
  });

  it('is changed by administrators only', async () => {
    expect((await put(png, 'image/png', null)).statusCode).toBe(401);
    expect((await put(png, 'image/png', customer)).statusCode).toBe(403);
    expect((await put(png, 'image/png', admin, '999999')).statusCode).toBe(404);
    const url = `${base}/${id}/logo`;
    expect((await portico.app.inject({ method: 'DELETE', url })).statusCode).toBe(401);
    expect((await portico.app.inject({ method: 'DELETE', url, headers: customer })).statusCode).toBe(403);
  });
});

describe('the order of providers', () => {
  const order = (ids: string[], headers: Record<string, string> | null = admin) =>
    portico.app.inject({
      method: 'PUT',
      url: '/rest/portico/1/identity-provider-order',
      ...(headers && { headers }),
      payload: { ids },
    });
  const names = async () =>
    (await get('/rest/portico/1/sign-in/options'))
      .json()
      .providers.map((provider: { name: string }) => provider.name);

  it('is that of the buttons, and keeps tests that were passed', async () => {
    const globex = await addCompany('Globex');
    const { db } = portico.platform;
    await db
      .updateTable('identity_provider')
      .set({ tested_version: 1 })
      .where('id', '=', globex.id)
      .execute();
    expect(await names()).toEqual(['Acme', 'Globex']);
    expect((await order([globex.id, id])).statusCode).toBe(204);
    expect(await names()).toEqual(['Globex', 'Acme']);
    expect((await order([id, globex.id])).statusCode).toBe(204);
    expect(await names()).toEqual(['Acme', 'Globex']);
    const moved = await portico.app.inject({ url: `${base}/${globex.id}`, headers: admin });
    expect(moved.json()).toMatchObject({ isTested: true, position: 1 });
  });

  it('names every provider once, or is refused', async () => {
    const globex = await addCompany('Globex');
    for (const ids of [[], [id], [id, id], [id, globex.id, '999999']]) {
      expect((await order(ids)).statusCode).toBe(409);
    }
  });

  it('is changed by administrators only', async () => {
    expect((await order([id], null)).statusCode).toBe(401);
    expect((await order([id], customer)).statusCode).toBe(403);
  });
});
