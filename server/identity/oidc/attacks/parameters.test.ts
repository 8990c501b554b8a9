import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../testing.ts';
import type { Provider } from '../../providers/store.ts';
import { leaveForOidc } from '../../testing-sign-in.ts';
import { addLyingOp, forgetEverybody, type LyingOp, startLyingOp } from '../testing-lying-op.ts';

let portico: TestApp;
let op: LyingOp;
let provider: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  op = await startLyingOp();
});

beforeEach(async () => {
  op.behave();
  await forgetEverybody(portico);
  provider = await addLyingOp(portico, op);
});

afterAll(async () => {
  await Promise.all([op?.close(), portico?.close()]);
});

describe('parameters that an administrator adds', () => {
  it('O13 never take the place of the protocol’s own, however they got into the settings', async () => {
    const parameters = {
      state: 'fixed',
      State: 'fixed',
      redirect_uri: 'https://evil.example/callback',
      response_type: 'token',
      response_mode: 'fragment',
      scope: 'admin',
      nonce: 'fixed',
      code_challenge: 'fixed',
      code_challenge_method: 'plain',
      client_id: 'other',
      request_uri: 'https://evil.example/request',
      prompt: 'none',
      acr_values: 'strong',
    };
    // Past the validation, which refuses them by name.
    await portico.platform.db
      .updateTable('identity_provider')
      .set({
        settings: JSON.stringify({ clientId: 'portico', extraParameters: parameters }),
        version: provider.version + 1,
      })
      .where('id', '=', provider.id)
      .execute();
    const { target, state } = await leaveForOidc(portico, provider);
    const query = new URL(target).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      acr_values: 'strong',
      response_type: 'code',
      client_id: 'portico',
      redirect_uri: `http://localhost:8080/sso/oidc/${provider.id}/callback`,
      scope: 'openid email profile',
      state,
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(state).toMatch(/^[\w-]{43}$/);
    for (const name of query.keys()) expect(query.getAll(name)).toHaveLength(1);
  });

  it('O13 nor do those in the provider’s own address', async () => {
    op.lies.discovery = {
      authorization_endpoint: `${op.issuer}/authorize?tenant=7&state=fixed&redirect_uri=https://evil.example&response_mode=fragment`,
    };
    const { target, state } = await leaveForOidc(portico, provider);
    const query = new URL(target).searchParams;
    expect(query.getAll('state')).toEqual([state]);
    expect(query.get('redirect_uri')).toBe(`http://localhost:8080/sso/oidc/${provider.id}/callback`);
    expect(query.get('tenant')).toBe('7');
    expect(query.has('response_mode')).toBe(false);
  });

  it('O13 nor does what somebody puts into the address of the sign-in', async () => {
    const response = await portico.app.inject({
      url: `/sso/oidc/${provider.id}/login?state=fixed&redirect_uri=https://evil.example&scope=admin&prompt=none&nonce=1`,
    });
    const query = new URL(String(response.headers.location)).searchParams;
    expect(query.get('state')).not.toBe('fixed');
    expect(query.get('redirect_uri')).toContain('localhost:8080');
    expect(query.get('scope')).toBe('openid email profile');
    expect(query.has('prompt')).toBe(false);
  });

  it('O13 nor does it take the place of what the provider is set to ask', async () => {
    const { settings } = provider;
    await portico.platform.db
      .updateTable('identity_provider')
      .set({
        settings: JSON.stringify({
          ...settings,
          prompt: 'select_account',
          extraParameters: { prompt: 'none' },
        }),
      })
      .where('id', '=', provider.id)
      .execute();
    const response = await portico.app.inject({ url: `/sso/oidc/${provider.id}/login?prompt=none` });
    const query = new URL(String(response.headers.location)).searchParams;
    expect(query.getAll('prompt')).toEqual(['select_account']);
  });

  it('O13 are refused by name when they are saved', async () => {
    for (const name of ['state', 'redirect_uri', 'scope', 'Nonce', 'code_challenge', 'request', 'max_age']) {
      await expect(addLyingOp(portico, op, { extraParameters: { [name]: 'x' } })).rejects.toMatchObject({
        errors: { 'oidc.extraParameters': expect.stringContaining('is a parameter of the protocol itself') },
      });
    }
    await expect(addLyingOp(portico, op, { extraParameters: { prompt: 'login' } })).rejects.toMatchObject({
      errors: { 'oidc.extraParameters': expect.stringContaining('prompt has a setting of its own') },
    });
  });
});
