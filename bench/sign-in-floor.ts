import formbody from '@fastify/formbody';
import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import type { FastifyInstance } from 'fastify';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  type Configuration,
  discovery,
  None,
} from 'openid-client';
import { serviceOf } from './sign-in-cases.ts';
import type { SignInWorld } from './sign-in-world.ts';

/** The floor of sign-in: each library's own verification of the provider's answer, and nothing of what follows from it. */
export function addSignInFloor(app: FastifyInstance, world: SignInWorld): void {
  const { entityId, acsUrl } = serviceOf(world);
  const { oidc } = world;
  let client: Promise<Configuration> | undefined;
  void app.register(formbody);

  app.get('/healthz', async () => ({ status: 'ok' }));

  app.post<{ Body: { SAMLResponse: string } }>('/saml', async ({ body }) => {
    const saml = new SAML({
      issuer: entityId,
      audience: entityId,
      callbackUrl: acsUrl,
      idpIssuer: world.saml.entityId,
      idpCert: world.saml.key.certificate,
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: true,
      acceptedClockSkewMs: 60_000,
      validateInResponseTo: ValidateInResponseTo.never,
    });
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: body.SAMLResponse });
    if (!profile) throw new Error('The library found nobody');
    return { nameId: profile.nameID };
  });

  app.get<{ Querystring: { code: string } }>('/oidc', async ({ query }) => {
    client ??= discovery(new URL(oidc.issuer), oidc.clientId, undefined, None(), {
      execute: [allowInsecureRequests],
    });
    const callback = new URL(`http://localhost:8080/callback?${new URLSearchParams({ code: query.code })}`);
    const tokens = await authorizationCodeGrant(await client, callback, { expectedNonce: 'bench' });
    return { sub: tokens.claims()?.sub };
  });
}
