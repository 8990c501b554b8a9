import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AccountClaims,
  type AdapterFactory,
  type AdapterPayload,
  type ClientMetadata,
  type Configuration,
  Provider,
} from 'oidc-provider';

/** A real OpenID provider (the certified oidc-provider) on a port of its own, whose people sign in without typing. */
export interface TestOp {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** claims by `sub`; tests may change them */
  readonly people: Map<string, AccountClaims>;
  /**
   * Begins to answer, for a client with this redirect address, which is known only when Portico knows the provider.
   * @param client what else it knows of the client, such as its keys
   */
  open(redirectUri: string, client?: Partial<ClientMetadata>): void;
  /**
   * Signs a person in at the address that Portico sent the browser to, or lets the person refuse, and returns where the
   * provider sends the browser back to.
   */
  authorize(target: string, person: string | 'refuses'): Promise<URL>;
  close(): Promise<void>;
}

export interface TestOpOptions {
  /** all claims in the ID token; else e-mail address and name come from userinfo alone */
  readonly claimsInIdToken?: boolean;
  readonly authMethod?: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';
}

/** Starts a provider. Close it when done. */
export async function startTestOp(options: TestOpOptions = {}): Promise<TestOp> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, AccountClaims>();
  const clientId = 'portico';
  const clientSecret = 'a secret: with signs & spaces';
  let next: string | 'refuses' = '';
  return {
    issuer,
    clientId,
    clientSecret,
    people,
    open(redirectUri, client = {}) {
      const provider = new Provider(
        issuer,
        configuration({ ...options, people, redirectUri, clientId, clientSecret, client }),
      );
      const callback = provider.callback();
      server.on('request', (request, response) => {
        if (!request.url?.startsWith('/interaction/')) {
          callback(request, response);
          return;
        }
        const result =
          next === 'refuses'
            ? { error: 'access_denied', error_description: 'The person refused' }
            : { login: { accountId: next } };
        provider.interactionFinished(request, response, result).catch(() => response.writeHead(500).end());
      });
    },
    async authorize(target, person) {
      next = person;
      return followRedirects(issuer, target);
    },
    close: () => closeServer(server),
  };
}

function configuration({
  people,
  redirectUri,
  clientId,
  clientSecret,
  client,
  claimsInIdToken = true,
  authMethod = 'client_secret_basic',
}: TestOpOptions &
  Pick<TestOp, 'people' | 'clientId' | 'clientSecret'> & {
    redirectUri: string;
    client: Partial<ClientMetadata>;
  }): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: authMethod,
        ...client,
      },
    ],
    adapter: memoryAdapter(),
    clientAuthMethods: [authMethod],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['test'] },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    conformIdTokenClaims: !claimsInIdToken,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    async loadExistingGrant(ctx) {
      const { client, session, provider, params } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(String(params?.['scope']));
      await grant.save();
      return grant;
    },
  };
}

/** Keeps what the provider must remember; its own such adapter warns against itself on every start. */
function memoryAdapter(): AdapterFactory {
  const stored = new Map<string, AdapterPayload>();
  return (model) => {
    const find = async (id: string) => stored.get(`${model}:${id}`);
    const findBy = (key: 'uid' | 'userCode', value: string) =>
      [...stored.values()].find((payload) => payload[key] === value);
    return {
      find,
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (userCode) => findBy('userCode', userCode),
      upsert: async (id, payload) => void stored.set(`${model}:${id}`, payload),
      consume: async (id) => {
        const payload = await find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void stored.delete(`${model}:${id}`),
      revokeByGrantId: async (grantId) => {
        for (const [key, payload] of stored) if (payload.grantId === grantId) stored.delete(key);
      },
    };
  };
}

/** A browser that keeps cookies and follows redirects until they leave the provider. */
async function followRedirects(issuer: string, target: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(target);
  for (let steps = 0; steps < 10; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';', 1);
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`${url.pathname} answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url);
    if (url.origin !== issuer) return url;
  }
  throw new Error('The provider redirects in circles');
}

/** Closes a server with all its connections. */
export function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
