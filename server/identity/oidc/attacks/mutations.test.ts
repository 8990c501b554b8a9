import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../testing.ts';
import type { Provider } from '../../providers/store.ts';
import { leaveForOidc } from '../../testing-sign-in.ts';
import { addLyingOp, type LyingOp, startLyingOp } from '../testing-lying-op.ts';

// Valid exchanges, changed at random: never a sign-in, and never anything but a redirect to the sign-in page.

let portico: TestApp;
let op: LyingOp;
let provider: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  op = await startLyingOp();
  provider = await addLyingOp(portico, op);
  expect((await op.signIn(portico, provider)).cookie).toContain('portico_session=');
});

afterAll(async () => {
  await Promise.all([op?.close(), portico?.close()]);
});

const runs = { numRuns: 60 };

function expectRefusal({ location, cookie }: { location: string; cookie: string }): void {
  expect(location).toMatch(/^\/servicedesk\/customer\/user\/login\?error=/);
  expect(cookie).not.toContain('portico_session');
}

/** Characters that mean something to one of the parsers on the way. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '.',
    '..',
    '=',
    '\u0000',
    '%00',
    '"',
    '{}',
    '[]',
    'null',
    '-1',
    '__proto__',
    '\ud800',
    'é',
  ),
);

/** A text with something put in, cut out or exchanged. */
function mutated(text: string, at: number, length: number, put: string): string {
  const start = Math.floor(at * (text.length + 1));
  return text.slice(0, start) + put + text.slice(start + length);
}

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.nat({ max: 40 }),
  put: piece,
});

describe('an ID token', () => {
  it.each([0, 1, 2])('O05 whose part %i was changed in any way is refused', async (part) => {
    await fc.assert(
      fc.asyncProperty(mutation, async ({ at, length, put }) => {
        let isChanged = false;
        op.lies.idToken = (token) => {
          const parts = token.split('.');
          const before = parts[part] ?? '';
          parts[part] = mutated(before, at, length, put);
          // Base64url drops what does not fill a byte: then it is the same signature.
          isChanged = !Buffer.from(parts[part], 'base64url').equals(Buffer.from(before, 'base64url'));
          return parts.join('.');
        };
        const ended = await op.signIn(portico, provider);
        if (isChanged) expectRefusal(ended);
      }),
      runs,
    );
    op.behave();
  });

  it('O05 whose header or claims were exchanged for others, with the old signature, is refused', async () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    const names = [
      'alg',
      'kid',
      'typ',
      'crit',
      'jku',
      'jwk',
      'iss',
      'aud',
      'sub',
      'exp',
      'iat',
      'nonce',
      'email',
      'groups',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1),
        fc.constantFrom(...names),
        value,
        async (part, name, replaced) => {
          op.lies.idToken = (token) => {
            const parts = token.split('.');
            const object = JSON.parse(Buffer.from(parts[part] ?? '', 'base64url').toString());
            const changed = { ...object, [name]: replaced };
            parts[part] = Buffer.from(JSON.stringify(changed)).toString('base64url');
            return parts.join('.');
          };
          expectRefusal(await op.signIn(portico, provider));
        },
      ),
      runs,
    );
    op.behave();
  });

  it('O06 whose claims are anything at all, properly signed, breaks nothing and signs in nobody but the one it names', async () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const claims = fc.dictionary(
      fc.constantFrom(
        'sub',
        'email',
        'email_verified',
        'name',
        'groups',
        '_claim_names',
        'hasgroups',
        'sid',
        'azp',
        'at_hash',
        'auth_time',
        'nbf',
      ),
      value,
      { maxKeys: 4 },
    );
    await fc.assert(
      fc.asyncProperty(claims, async (lies) => {
        op.lies.claims = lies;
        const { location, cookie } = await op.signIn(portico, provider);
        if (!cookie.includes('portico_session')) expect(location).toMatch(/login\?error=/);
        else if ('email' in lies) expect(JSON.stringify(lies['email'])).toMatch(/@liar\.example/i);
      }),
      runs,
    );
    op.behave();
  });
});

describe('the address that a browser comes back to', () => {
  it('O01 with a query that was changed in any way is refused, or is the very same answer', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async ({ at, length, put }) => {
        const journey = await leaveForOidc(portico, provider);
        const query = `code=c&state=${journey.state}&iss=${encodeURIComponent(op.issuer)}`;
        const response = await portico.app.inject({
          url: `/sso/oidc/${provider.id}/callback?${encodeURI(mutated(query, at, length, put).toWellFormed())}`,
          headers: { cookie: journey.cookie },
        });
        expect(response.statusCode).toBe(303);
        const { location } = response.headers;
        // The nonce of the token is that of no journey: what gets through the response is refused there.
        expect(location).toMatch(/^\/servicedesk\/customer\/user\/login\?error=/);
        expect(String(response.headers['set-cookie'] ?? '')).not.toContain('portico_session');
      }),
      runs,
    );
  });

  it('O01 with any parameters at all is refused', async () => {
    const name = fc.constantFrom(
      'code',
      'state',
      'iss',
      'error',
      'error_description',
      'id_token',
      'response',
      'session_state',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, piece), { maxLength: 6 }), async (pairs) => {
        const journey = await leaveForOidc(portico, provider);
        const query = new URLSearchParams([
          ['state', journey.state],
          ...pairs.map(([key, text]): [string, string] => [key, text.toWellFormed()]),
        ]);
        const response = await portico.app.inject({
          url: `/sso/oidc/${provider.id}/callback?${query}`,
          headers: { cookie: journey.cookie },
        });
        expect(response.statusCode).toBe(303);
        expect(response.headers.location).toMatch(/^\/servicedesk\/customer\/user\/login\?error=/);
      }),
      runs,
    );
  });
});

describe('what a provider answers', () => {
  it('O09 at its userinfo and token addresses may be anything at all and breaks nothing', async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'sub',
          'email',
          'email_verified',
          'access_token',
          'token_type',
          'id_token',
          'expires_in',
          'error',
        ),
        fc.jsonValue({ maxDepth: 1 }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('userinfo', 'token'),
        value,
        fc.constantFrom(200, 400, 401, 500),
        async (where, body, status) => {
          op.behave();
          op.lies.claims = { email: undefined };
          op.lies.answers = (path, response) => {
            if (path !== `/${where}`) return false;
            response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
            return true;
          };
          expectRefusal(await op.signIn(portico, provider));
        },
      ),
      runs,
    );
    op.behave();
  });
});
