import { type Static, Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireDeskAdministrator } from '../roles/administers.ts';
import { actorOf } from '../viewer.ts';
import { portalBrand } from './brand.ts';
import { changePortalMail, type KeptPortalMail, requirePortalMail } from './portal-mail.ts';

const tags = ['portal'];
const params = Type.Object({ portalId: Type.String() });
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const properties = {
  senderName: orNull(
    Type.String({
      maxLength: 500,
      description: 'Beside the address that mail comes from; null: the portal’s name',
    }),
  ),
  replyTo: orNull(
    Type.String({ maxLength: 500, description: 'Where answers go; null: as the mail settings say' }),
  ),
};

const portalMailSchema = Type.Object(
  {
    ...properties,
    portalName: Type.String(),
    version: Type.Integer({ description: '0: nothing was ever decided' }),
  },
  { title: 'PortalMail' },
);

function json({ portalId: _, ...shown }: KeptPortalMail): Static<typeof portalMailSchema> {
  return shown;
}

/** Mail that speaks for a portal: how it looks, and who it is from, which those decide who administer it. */
export function addPortalMailRoutes(app: App, { db, config, mail }: Platform): void {
  mail.setPortalBrands((database, portalId) => portalBrand(database, config, portalId));

  app.get(
    '/rest/portico/1/portal/:portalId/mail',
    {
      schema: {
        operationId: 'getPortalMail',
        tags,
        summary: 'Who mail of a portal is from',
        params,
        response: { 200: portalMailSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      await requireDeskAdministrator(db, request, request.params.portalId);
      return json(await requirePortalMail(db, request.params.portalId));
    },
  );

  app.put(
    '/rest/portico/1/portal/:portalId/mail',
    {
      schema: {
        operationId: 'changePortalMail',
        tags,
        summary: 'Change who mail of a portal is from',
        params,
        body: Type.Object(
          { ...properties, version: Type.Integer({ minimum: 0 }) },
          { additionalProperties: false },
        ),
        response: { 200: portalMailSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const { portalId } = request.params;
      await requireDeskAdministrator(db, request, portalId);
      const { version, ...input } = request.body;
      const actor = actorOf(request);
      return inTransaction(db, async (trx) =>
        json(await changePortalMail(trx, portalId, version, input, actor)),
      );
    },
  );
}
