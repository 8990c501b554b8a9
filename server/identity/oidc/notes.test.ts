import { randomPKCECodeVerifier } from 'openid-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { OidcProvider, Provider } from '../providers/store.ts';
import { createNotes, type SignInNotes } from '../sign-in/notes.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { verifyOidcCallback } from './exchange.ts';
import { describeMessage } from './message.ts';
import { addLyingOp, foreignPair, forgetEverybody, type LyingOp, startLyingOp } from './testing-lying-op.ts';

let portico: TestApp;
let op: LyingOp;
let provider: OidcProvider;

beforeAll(async () => {
  portico = await createTestApp();
  op = await startLyingOp();
});

beforeEach(async () => {
  op.behave();
  await forgetEverybody(portico);
  provider = asOidc(await addLyingOp(portico, op));
});

afterAll(async () => {
  await Promise.all([op?.close(), portico?.close()]);
});

function asOidc(added: Provider): OidcProvider {
  if (added.protocol !== 'oidc') throw new Error('Not an OpenID provider');
  return added;
}

/** The callback's part of a sign-in, with what it notes. */
async function verify(query: Record<string, string> = {}) {
  const notes = createNotes();
  const state = randomToken();
  const nonce = randomToken();
  op.lies.claims = { nonce, ...op.lies.claims };
  const journey = {
    site: portico.platform.config.url,
    state,
    nonce,
    verifier: randomPKCECodeVerifier(),
    leftAt: new Date(),
  };
  const response = new URLSearchParams({ code: 'the-code', state, ...query });
  try {
    const issued = await verifyOidcCallback(portico.platform, provider, journey, response, notes);
    return { notes, issued, refusal: null };
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    return { notes, issued: null, refusal: error };
  }
}

const outcomes = ({ steps }: SignInNotes) => steps.map(({ name, outcome }) => `${name} ${outcome}`);

describe('what is noted of a sign-in', () => {
  it('is each check, with what it found', async () => {
    const { notes, issued } = await verify();
    expect(outcomes(notes)).toEqual([
      'discovery passed',
      'response passed',
      'code-exchange passed',
      'id-token passed',
      'userinfo skipped',
      'person passed',
    ]);
    expect(notes.steps.at(-1)?.detail).toBe('lee@liar.example, known to the provider as lee-1');
    expect(issued?.issuer).toBe(op.issuer);
  });

  it('is the message, decoded, with codes, tokens and signatures cut out', async () => {
    op.lies.claims = { name: undefined, upstream_access_token: 'secret-1' };
    op.lies.userinfo = { sub: 'lee-1', name: 'Lee', nested: { refresh_token: 'secret-2' } };
    const { notes } = await verify({ iss: op.issuer, session_state: 'abc' });
    const message = JSON.parse(notes.message ?? '');
    expect(message).toMatchObject({
      response: { code: '(cut out)', state: '(cut out)', iss: op.issuer, session_state: 'abc' },
      idToken: { header: { alg: 'RS256', kid: 'k1' }, claims: { sub: 'lee-1', email: 'lee@liar.example' } },
      userinfo: { sub: 'lee-1', name: 'Lee', nested: { refresh_token: '(cut out)' } },
    });
    for (const secret of ['the-code', 'secret-1', 'secret-2', '"access"']) {
      expect(notes.message).not.toContain(secret);
    }
    expect(notes.message).not.toMatch(/eyJ/);
  });

  it('is the ID token even when it was refused, and the check that failed', async () => {
    op.lies.claims = { aud: 'other' };
    const { notes, refusal } = await verify();
    expect(outcomes(notes)).toEqual([
      'discovery passed',
      'response passed',
      'code-exchange passed',
      'id-token failed',
    ]);
    expect(JSON.parse(notes.message ?? '').idToken.claims.aud).toBe('other');
    expect(refusal?.reason).toEqual({ key: 'audience', found: 'other', expected: 'portico' });
  });

  it.each<[string, string, () => void, Record<string, string>]>([
    ['code-exchange', 'client-secret', () => tokenError('invalid_client', 'No'), {}],
    ['code-exchange', 'redirect-uri', () => tokenError('invalid_grant', 'redirect_uri does not match'), {}],
    ['code-exchange', 'redirect-uri', () => tokenError('invalid_request', 'Redirect URI mismatch'), {}],
    ['code-exchange', 'code', () => tokenError('invalid_grant', 'expired'), {}],
    ['code-exchange', 'token-endpoint', () => tokenError('server_error'), {}],
    ['id-token', 'nonce', () => (op.lies.claims = { nonce: 'other' }), {}],
    ['id-token', 'issuer', () => (op.lies.claims = { iss: 'https://evil.example' }), {}],
    ['id-token', 'expired', () => (op.lies.claims = { exp: 1, iat: 1 }), {}],
    ['id-token', 'clock', () => (op.lies.claims = { iat: 9_999_999_999, exp: 9_999_999_999 }), {}],
    ['id-token', 'signature-key', () => (op.lies.key = foreignPair.privateKey), {}],
    ['id-token', 'signature-algorithm', () => (op.lies.header = { alg: 'none' }), {}],
    ['id-token', 'jwks', () => (op.lies.jwks = 'none'), {}],
    ['person', 'email-attribute', () => (op.lies.claims = { email: '' }), {}],
    ['response', 'response-issuer', () => undefined, { iss: 'https://evil.example' }],
    ['response', 'cancelled', () => undefined, { error: 'access_denied' }],
    ['response', 'scope', () => undefined, { error: 'invalid_scope' }],
    ['discovery', 'issuer', () => (op.lies.discovery = { issuer: 'https://evil.example' }), {}],
    ['discovery', 'discovery', () => (op.lies.discovery = { jwks_uri: undefined }), {}],
  ])('names the step %s and the reason %s', async (step, key, lie, query) => {
    lie();
    const { notes, refusal } = await verify(query);
    expect(notes.steps.at(-1)).toMatchObject({ name: step, outcome: 'failed', detail: refusal?.detail });
    expect(refusal?.reason?.key).toBe(key);
  });

  function tokenError(error: string, error_description?: string): void {
    op.lies.token = () => ({ status: 400, body: { error, error_description } });
  }

  it('has our redirect address with the reason that it was not taken', async () => {
    tokenError('invalid_grant', 'redirect_uri mismatch');
    const { refusal } = await verify();
    expect(refusal?.reason?.expected).toBe(`http://localhost:8080/sso/oidc/${provider.id}/callback`);
  });

  it('is cut when it is far too long', () => {
    const userinfo = { sub: 's', filling: 'x'.repeat(300_000) };
    const message = describeMessage({ response: new URLSearchParams(), idToken: null, userinfo });
    expect(message.length).toBeLessThan(110_000);
    expect(JSON.parse(message).tooLong).toContain('characters');
  });
});

describe('what signing out needs', () => {
  it('is the provider’s name of the session, and the ID token where sessions can be ended there', async () => {
    op.lies.discovery = { end_session_endpoint: `${op.issuer}/logout` };
    op.lies.claims = { sid: 'session-1' };
    const { assertion } = (await verify()).issued ?? {};
    expect(assertion?.providerSession).toBe('session-1');
    expect(JSON.parse(assertion?.logoutHint ?? '')).toEqual({
      idToken: expect.stringMatching(/^eyJ.+\..+\./),
    });
    expect(JSON.stringify(assertion?.raw)).not.toContain('session-1');
  });

  it('is nothing where they cannot', async () => {
    op.lies.claims = { sid: 7 };
    const { assertion } = (await verify()).issued ?? {};
    expect(assertion).toMatchObject({ providerSession: null, logoutHint: null });
  });
});
