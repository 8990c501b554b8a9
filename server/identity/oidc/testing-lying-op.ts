import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApp } from '../../testing.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import { addProvider, comeBack, leaveForOidc } from '../testing-sign-in.ts';
import { closeServer } from './testing-op.ts';

/** What the provider says; each attack changes one thing of it. */
export interface Lies {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  /** a text: the secret of an HMAC */
  key: KeyObject | string;
  jwks: unknown;
  discovery: Record<string, unknown>;
  userinfo: unknown;
  /** changes the finished ID token */
  idToken: (token: string) => string;
  token: (idToken: string) => { readonly status: number; readonly body: unknown };
  /** answers a path in its own way, and says whether it did */
  answers: (path: string, response: ServerResponse) => boolean;
}

/** A request that the provider got. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly form: URLSearchParams;
}

/** An OpenID and OAuth 2.0 provider that is honest until it is told to lie. Its people need not sign in. */
export interface LyingOp {
  readonly issuer: string;
  lies: Lies;
  /** what it was asked since the last `behave` */
  readonly seen: SeenRequest[];
  /** Makes it honest again. */
  behave(): void;
  /** Publishes this key alone and signs with it. */
  rotateTo(keyId: string, pair: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }): void;
  /** Goes the whole way through a provider of Portico's; `change` may do something to the address that comes back. */
  signIn(
    testApp: TestApp,
    provider: Provider,
    change?: (back: URL) => void,
  ): Promise<{ readonly location: string; readonly cookie: string }>;
  close(): Promise<void>;
}

export const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** Not published. */
export const foreignPair = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A published key. */
export function publicJwk(key: KeyObject, members: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...key.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256', ...members };
}

/** Starts a provider. Close it when done. */
export async function startLyingOp(): Promise<LyingOp> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let nonce: string | null = null;
  const honest = (): Lies => ({
    header: { alg: 'RS256', kid: 'k1' },
    claims: {},
    key: keyPair.privateKey,
    jwks: { keys: [publicJwk(keyPair.publicKey)] },
    discovery: {},
    userinfo: {},
    idToken: (token) => token,
    token: (id_token) => ({
      status: 200,
      body: { access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token },
    }),
    answers: () => false,
  });
  const op: LyingOp = {
    issuer,
    lies: honest(),
    seen: [],
    behave() {
      op.lies = honest();
      op.seen.length = 0;
    },
    rotateTo(keyId, { privateKey, publicKey }) {
      op.lies.header = { alg: 'RS256', kid: keyId };
      op.lies.key = privateKey;
      op.lies.jwks = { keys: [publicJwk(publicKey, { kid: keyId })] };
    },
    async signIn(testApp, provider, change) {
      const journey = await leaveForOidc(testApp, provider);
      const target = new URL(journey.target);
      nonce = target.searchParams.get('nonce');
      const back = new URL(`${target.searchParams.get('redirect_uri')}?code=c&state=${journey.state}`);
      change?.(back);
      return comeBack(testApp, back, journey.cookie);
    },
    close: () => closeServer(server),
  };
  server.on('request', (request, response) => {
    answer(op, request, response, () => idToken(issuer, op.lies, nonce));
  });
  return op;
}

/** Adds it to Portico, as the OpenID provider of liar.example. */
export function addLyingOp(
  testApp: TestApp,
  { issuer }: LyingOp,
  oidc: Partial<NonNullable<ProviderInput['oidc']>> = {},
  rules: Partial<ProviderInput> = {},
): Promise<Provider> {
  return addProvider(testApp, {
    protocol: 'oidc',
    name: 'Liar',
    domains: ['liar.example'],
    oidc: { issuer, clientId: 'portico', clientSecret: 'secret', ...oidc },
    ...rules,
  });
}

/** Forgets all providers and people, so that nothing is remembered from the test before. */
export async function forgetEverybody({ platform: { db } }: TestApp): Promise<void> {
  await db.deleteFrom('session').execute();
  await db.deleteFrom('identity').execute();
  await db.deleteFrom('identity_provider').execute();
  await db.deleteFrom('account').execute();
}

function answer(op: LyingOp, request: IncomingMessage, response: ServerResponse, token: () => string): void {
  const path = request.url ?? '';
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    op.seen.push({ path, headers: request.headers, form });
    if (op.lies.answers(path, response)) return;
    const send = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (path === '/.well-known/openid-configuration')
      send({ ...discoveryOf(op.issuer), ...op.lies.discovery });
    else if (path === '/jwks') send(op.lies.jwks);
    else if (path === '/userinfo') send(op.lies.userinfo);
    else if (path === '/token') {
      const { status, body } = op.lies.token(op.lies.idToken(token()));
      send(body, status);
    } else send({}, 404);
  });
}

function discoveryOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function idToken(issuer: string, lies: Lies, nonce: string | null): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    aud: 'portico',
    sub: 'lee-1',
    exp: now + 60,
    iat: now,
    nonce: nonce ?? undefined,
    email: 'lee@liar.example',
    name: 'Lee',
    ...lies.claims,
  };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(lies.header)}.${part(claims)}`;
  if (lies.header['alg'] === 'none') return `${signed}.`;
  if (typeof lies.key === 'string') {
    return `${signed}.${createHmac('sha256', lies.key).update(signed).digest('base64url')}`;
  }
  return `${signed}.${createSign('sha256').update(signed).sign(lies.key, 'base64url')}`;
}
