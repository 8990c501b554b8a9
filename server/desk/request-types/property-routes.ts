import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { addPropertyRoutes } from '../../platform/properties/routes.ts';
import type { PropertyHolder } from '../../platform/properties/store.ts';
import { requireAdministeredDesk, requireAgentDesk } from '../access.ts';
import { requireId } from '../addresses.ts';
import { requestTypeOf } from './store.ts';

const noSuchType = 'There is no such request type on this service desk.';

/** Properties of request types: read by agents of the desk, changed by its administrators. */
export function requestTypePropertyRoutes(app: App, { db }: Platform): void {
  async function holderOf(request: FastifyRequest, deskId: string): Promise<PropertyHolder> {
    const { requestTypeId } = request.params as { requestTypeId: string };
    const type = await requestTypeOf(db, deskId, requireId(requestTypeId, noSuchType));
    if (!type) throw new NotFound(noSuchType);
    return { table: 'request_type_property', id: type.id };
  }
  const deskOf = (request: FastifyRequest) => (request.params as { serviceDeskId: string }).serviceDeskId;

  addPropertyRoutes(app, db, {
    path: '/rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype/:requestTypeId',
    tag: 'Request types',
    params: { serviceDeskId: Type.String(), requestTypeId: Type.String() },
    suffix: 'OfRequestType',
    requireReader: async (request) => {
      const desk = await requireAgentDesk(db, requireViewer(request), deskOf(request));
      return holderOf(request, desk.id);
    },
    requireWriter: async (request) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), deskOf(request));
      return holderOf(request, desk.id);
    },
  });
}
