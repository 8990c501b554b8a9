import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { keepingWaysIn } from '../portal-sign-in/ways-in.ts';
import { vouchForDomain } from '../providers/domains.ts';
import { confirmsLockOut, providerJson, providerSchema } from '../providers/json.ts';
import { requireProvider } from '../providers/providers.ts';
import { requireRecentAdministrator } from '../second-factor/confirm.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { noteProof, requireClaim, withdrawDomain } from './domains.ts';
import { lookUpProof } from './look-up-proof.ts';

const tags = ['identity-provider'];
const params = Type.Object({ id: Type.String(), domain: Type.String({ maxLength: 254 }) });
const path = '/rest/portico/1/identity-provider/:id/domain/:domain';
const shortestReason = 10;

/** For which e-mail domains a provider is authoritative, for administrators. */
export function addDomainRoutes(app: App, { config, db }: Platform): void {
  const shown = async (id: string) => providerJson(await requireProvider(db, id), config.url);

  app.post(
    `${path}/verify`,
    {
      schema: {
        operationId: 'verifyProviderDomain',
        tags,
        summary: 'Look for the TXT record that proves a domain; its claim tells what was found',
        params,
        response: { 200: providerSchema, ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { id, domain } = request.params;
      const { provider, claim } = await requireClaim(db, id, domain);
      const proof = await lookUpProof(config.dnsServers, claim);
      await inTransaction(db, (trx) => noteProof(trx, provider, claim, proof, actorOf(request)));
      return shown(id);
    },
  );

  app.post(
    `${path}/vouch`,
    {
      schema: {
        operationId: 'vouchForProviderDomain',
        tags,
        summary: 'Make a provider authoritative for a domain without a record, on your word',
        params,
        body: Type.Object({ reason: Type.String({ maxLength: 500 }) }, { additionalProperties: false }),
        response: { 200: providerSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { id, domain } = request.params;
      const reason = request.body.reason.trim();
      if (reason.length < shortestReason) {
        throw Invalid.fields({
          reason: `Say how you know that the domain is the company’s, in ${shortestReason} characters or more.`,
        });
      }
      await inTransaction(db, async (trx) => {
        const { provider, claim } = await requireClaim(trx, id, domain);
        await vouchForDomain(trx, provider, claim.domain, reason, actorOf(request));
      });
      return shown(id);
    },
  );

  app.post(
    `${path}/withdraw`,
    {
      schema: {
        operationId: 'withdrawProviderDomain',
        tags,
        summary:
          'Take away a provider’s authority over a domain; people of the domain no longer sign in there',
        params,
        querystring: Type.Object({ confirmsLockOut }),
        response: { 200: providerSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { id, domain } = request.params;
      const actor = actorOf(request);
      const isConfirmed = request.query.confirmsLockOut ?? false;
      await inTransaction(db, (trx) =>
        keepingWaysIn(trx, { isConfirmed, actor }, async () => {
          const { provider, claim } = await requireClaim(trx, id, domain);
          await withdrawDomain(trx, provider, claim, actor);
        }),
      );
      return shown(id);
    },
  );
}
