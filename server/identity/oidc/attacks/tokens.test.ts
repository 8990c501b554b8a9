import { createHash, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../testing.ts';
import type { Provider } from '../../providers/store.ts';
import { expectRefused } from '../../testing-sign-in.ts';
import {
  addLyingOp,
  foreignPair,
  forgetEverybody,
  keyPair,
  type LyingOp,
  publicJwk,
  startLyingOp,
} from '../testing-lying-op.ts';

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

const signIn = () => op.signIn(portico, provider);
const now = () => Math.floor(Date.now() / 1000);

it('signs the person in when nothing is wrong (each attack below changes one thing of this)', async () => {
  const { location, cookie } = await signIn();
  expect(location).toBe('/servicedesk/customer/portals');
  expect(cookie).toContain('portico_session=');
});

describe('a nonce that is not that of the journey', () => {
  it('O02 is refused when it is missing', async () => {
    op.lies.claims = { nonce: undefined };
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('O02 is refused when it is another', async () => {
    op.lies.claims = { nonce: 'other' };
    const { detail } = await expectRefused(portico, 'response_invalid', signIn);
    expect(detail).toContain('nonce');
  });

  it('O02 is refused when a whole ID token of an earlier sign-in is replayed', async () => {
    let first = '';
    op.lies.idToken = (token) => {
      first = token;
      return token;
    };
    await signIn();
    op.lies.idToken = () => first;
    const { detail } = await expectRefused(portico, 'response_invalid', signIn);
    expect(detail).toContain('nonce');
  });
});

describe('a signature that is none of the provider’s', () => {
  it('O05 alg none is refused', async () => {
    op.lies.header = { alg: 'none' };
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('O05 alg none is refused in every spelling, and when the provider itself allows it', async () => {
    op.lies.discovery = { id_token_signing_alg_values_supported: ['none', 'None', 'nOnE', 'RS256'] };
    for (const alg of ['none', 'None', 'nOnE']) {
      op.lies.header = { alg };
      op.lies.idToken = (token) => `${token.split('.').slice(0, 2).join('.')}.`;
      await expectRefused(portico, 'response_invalid', signIn);
    }
  });

  it.each([
    ['SPKI PEM', keyPair.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['PKCS #1 PEM', keyPair.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['modulus', String(keyPair.publicKey.export({ format: 'jwk' }).n)],
    ['client secret', 'secret'],
  ])(
    'O05 HS256 with the %s as the secret is refused, though the provider says that it signs so',
    async (_name, secret) => {
      op.lies.discovery = { id_token_signing_alg_values_supported: ['RS256', 'HS256'] };
      op.lies.header = { alg: 'HS256', kid: 'k1' };
      op.lies.key = secret;
      const { detail } = await expectRefused(portico, 'response_invalid', signIn);
      expect(detail).toContain('signed in a way that is not taken');
    },
  );

  it('O05 HS256 is refused with a symmetric key in the provider’s own key set', async () => {
    op.lies.discovery = { id_token_signing_alg_values_supported: ['HS256'] };
    op.lies.jwks = { keys: [{ kty: 'oct', kid: 'k1', k: Buffer.from('secret').toString('base64url') }] };
    op.lies.header = { alg: 'HS256', kid: 'k1' };
    op.lies.key = 'secret';
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('O05 another key than those that are published is refused, with a known kid, an unknown one and none', async () => {
    op.lies.key = foreignPair.privateKey;
    for (const kid of ['k1', 'k2', undefined]) {
      op.lies.header = { alg: 'RS256', kid };
      const { detail } = await expectRefused(portico, 'response_invalid', signIn);
      expect(detail).toMatch(/does not match any key|does not publish/);
    }
  });

  it.each(['../../../../dev/null', "k1' or '1'='1", '', 'https://evil.example/key', '__proto__'])(
    'O05 the kid %j is a name and nothing else',
    async (kid) => {
      op.lies.key = foreignPair.privateKey;
      op.lies.header = { alg: 'RS256', kid };
      await expectRefused(portico, 'response_invalid', signIn);
    },
  );

  it('O05 keys that the token brings along (jku, x5u, jwk, x5c) are not looked at', async () => {
    op.lies.key = foreignPair.privateKey;
    const jwk = publicJwk(foreignPair.publicKey);
    const address = `${op.issuer}/evil-keys`;
    for (const brought of [{ jku: address }, { x5u: address }, { jwk }, { x5c: ['MIIB'] }]) {
      op.lies.header = { alg: 'RS256', kid: 'k9', ...brought };
      await expectRefused(portico, 'response_invalid', signIn);
    }
    expect(op.seen.map(({ path }) => path)).not.toContain('/evil-keys');
  });

  it('O05 a key that is for encryption, or for another algorithm, is refused', async () => {
    for (const members of [{ use: 'enc' }, { alg: 'RS512' }, { key_ops: ['encrypt'] }]) {
      op.lies.jwks = { keys: [publicJwk(keyPair.publicKey, members)] };
      await expectRefused(portico, 'response_invalid', signIn);
      await forgetEverybody(portico);
      provider = await addLyingOp(portico, op);
    }
  });

  it('O05 an RSA key of 1024 bits is refused', async () => {
    op.rotateTo('k1', generateKeyPairSync('rsa', { modulusLength: 1024 }));
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('O05 an extension that must be understood (crit) is refused', async () => {
    op.lies.header = { alg: 'RS256', kid: 'k1', crit: ['b64'], b64: false };
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('O05 a token of another kind is refused: access token, logout token', async () => {
    for (const typ of ['at+jwt', 'logout+jwt', 7]) {
      op.lies.header = { alg: 'RS256', kid: 'k1', typ };
      await expectRefused(portico, 'response_invalid', signIn);
    }
  });

  it('O05 claims that were changed after signing are refused', async () => {
    op.lies.idToken = (token) => {
      const [header = '', claims = '', signature = ''] = token.split('.');
      const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), sub: 'boss-1' };
      return `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
    };
    await expectRefused(portico, 'response_invalid', signIn);
  });
});

describe('claims that are not for us', () => {
  it.each<[string, () => Record<string, unknown>]>([
    ['another audience', () => ({ aud: 'other' })],
    ['an empty audience', () => ({ aud: [] })],
    ['an audience of another kind', () => ({ aud: { portico: true } })],
    ['no audience', () => ({ aud: undefined })],
    ['several audiences without an authorized party', () => ({ aud: ['portico', 'other'] })],
    ['several audiences, authorized for another', () => ({ aud: ['portico', 'other'], azp: 'other' })],
    ['one audience, authorized for another', () => ({ azp: 'other' })],
    ['an authorized party that would run code of its own', () => ({ azp: { toString: {} } })],
    ['another issuer', () => ({ iss: 'https://evil.example' })],
    ['the issuer with a slash at its end', () => ({ iss: `${op.issuer}/` })],
    ['no issuer', () => ({ iss: undefined })],
    ['no expiry', () => ({ exp: undefined })],
    ['an expiry that is a text', () => ({ exp: '9999999999' })],
    ['no time of issue', () => ({ iat: undefined })],
    ['a time of issue beyond skew in the future', () => ({ iat: now() + 70, exp: now() + 600 })],
    ['no subject', () => ({ sub: undefined })],
    ['a subject that is a number', () => ({ sub: 7 })],
    ['an empty subject', () => ({ sub: '' })],
    ['a subject with control characters', () => ({ sub: 'lee\u0000-1' })],
    [
      'the hash of another access token',
      () => ({ at_hash: createHash('sha256').update('x').digest('base64url') }),
    ],
  ])('O06 is refused: %s', async (_name, claims) => {
    op.lies.claims = claims();
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('O06 is refused when it has expired, is not valid yet, or is older than the journey, beyond the skew', async () => {
    for (const claims of [{ exp: now() - 70, iat: now() - 80 }, { nbf: now() + 70 }, { iat: now() - 70 }]) {
      op.lies.claims = claims;
      await expectRefused(portico, 'response_expired', signIn);
    }
    op.lies.claims = { exp: now() - 50, iat: now() - 55, nbf: now() + 50 };
    expect((await signIn()).cookie).toContain('portico_session=');
  });

  it('O06 the skew is the one that the provider is given', async () => {
    await forgetEverybody(portico);
    provider = await addLyingOp(portico, op, {}, { clockSkewSeconds: 0 });
    op.lies.claims = { exp: now() - 5, iat: now() - 5 };
    await expectRefused(portico, 'response_expired', signIn);
  });
});

describe('userinfo', () => {
  beforeEach(() => {
    op.lies.claims = { email: undefined };
  });

  it('O09 is refused of another subject than the ID token’s', async () => {
    op.lies.userinfo = { sub: 'boss-1', email: 'boss@liar.example' };
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('O09 is refused without a subject, and when it is no object', async () => {
    for (const userinfo of [{ email: 'lee@liar.example' }, [], 'lee', null]) {
      op.lies.userinfo = userinfo;
      await expectRefused(portico, 'response_invalid', signIn);
    }
  });

  it('O09 is refused as a token that somebody else signed', async () => {
    op.lies.discovery = { userinfo_signing_alg_values_supported: ['RS256'] };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = part({ sub: 'lee-1', email: 'boss@liar.example', iss: op.issuer, aud: 'portico' });
    op.lies.answers = (path, response) => {
      if (path !== '/userinfo') return false;
      const token = `${part({ alg: 'RS256', kid: 'k1' })}.${claims}.${'A'.repeat(342)}`;
      response.writeHead(200, { 'content-type': 'application/jwt' }).end(token);
      return true;
    };
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('O09 does not vouch for the address of the ID token, nor the other way round', async () => {
    op.lies.claims = { email: undefined, email_verified: true };
    op.lies.userinfo = { sub: 'lee-1', email: 'lee@liar.example', email_verified: false };
    await expectRefused(portico, 'email_unverified', signIn);
  });
});
