import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { openSigningKey, type SigningKey } from '../demo/acme-saml/signing-key.ts';
import { createProvider, type ProviderInput, vouchForDomain } from '../server/identity/index.ts';
import type { Config } from '../server/platform/config/config.ts';
import { createSealer } from '../server/platform/crypto/seal.ts';
import { type Database, inTransaction } from '../server/platform/database/database.ts';

const actor = { accountId: null, name: 'Bench', address: null };

/** The identity providers that the sign-in cases sign in through. */
export interface SignInWorld {
  readonly saml: { readonly providerId: string; readonly entityId: string; readonly key: SigningKey };
  readonly oidc: { readonly providerId: string; readonly issuer: string; readonly clientId: string };
}

/**
 * Adds a SAML provider, which only exists as a key, and an OpenID provider, which listens: Portico exchanges its codes
 * there. Close the server at the end.
 */
export async function createSignInWorld(
  db: Database,
  config: Config,
  folder: string,
): Promise<SignInWorld & { readonly server: Server }> {
  const key = await openSigningKey(join(folder, 'bench-idp.pem'));
  const entityId = 'https://idp.bench.example/saml';
  const clientId = 'bench';
  const { server, issuer } = await startOpenIdProvider(clientId);
  const add = (domain: string, input: Pick<ProviderInput, 'protocol' | 'saml' | 'oidc'>) =>
    inTransaction(db, async (trx) => {
      const platform = { config, sealer: createSealer(config.sealingKeys) };
      const whole = { name: domain, domains: [domain], isEnabled: true, ...input };
      const { id, name } = await createProvider(platform, trx, whole, actor);
      await vouchForDomain(trx, { id, name }, domain, 'A company of the bench', actor);
      return id;
    });
  const saml = { entityId, signOnUrl: 'https://idp.bench.example/sso', certificates: [key.certificate] };
  return {
    saml: { providerId: await add('saml.example', { protocol: 'saml', saml }), entityId, key },
    oidc: {
      providerId: await add('oidc.example', { protocol: 'oidc', oidc: { issuer, clientId } }),
      issuer,
      clientId,
    },
    server,
  };
}

/** What a code of the OpenID provider stands for: it is the code itself, so that nothing needs to be remembered. */
export interface Grant {
  readonly nonce: string;
  readonly email: string;
}

/** The code that the provider gives for this grant. */
export function codeFor(grant: Grant): string {
  return Buffer.from(JSON.stringify(grant)).toString('base64url');
}

/** The least of an OpenID provider: discovery, keys, and a token endpoint that believes everybody. */
async function startOpenIdProvider(clientId: string): Promise<{ server: Server; issuer: string }> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' };
  let issuer = '';
  const server = createServer(async (request, response) => {
    const answer = (value: object) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (request.url === '/jwks') return answer({ keys: [jwk] });
    if (request.url !== '/token') {
      return answer({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        token_endpoint_auth_methods_supported: ['none'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const code = new URLSearchParams(body).get('code') ?? '';
    const { nonce, email } = JSON.parse(Buffer.from(code, 'base64url').toString()) as Grant;
    const idToken = await new SignJWT({ nonce, email, email_verified: true, name: email })
      .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
      .setIssuer(issuer)
      .setAudience(clientId)
      .setSubject(email)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    return answer({ access_token: 'none', token_type: 'Bearer', id_token: idToken });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return { server, issuer };
}
