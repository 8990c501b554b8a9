import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import type { Platform } from '../../platform/platform.ts';
import { addPropertyRoutes } from '../../platform/properties/routes.ts';
import type { PropertyHolder } from '../../platform/properties/store.ts';
import { requireAgentRequest } from '../access.ts';
import { apiVersions, operationIn } from './api-version.ts';

/** What programs keep with issues, and queries ask for (issue.property[key].path): for agents of the desk. */
export function issuePropertyRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  async function holderOf(request: FastifyRequest): Promise<PropertyHolder> {
    const { issueIdOrKey } = request.params as { issueIdOrKey: string };
    const { id } = await requireAgentRequest(db, requireViewer(request), issueIdOrKey);
    return { table: 'request_property', id };
  }

  for (const version of apiVersions) {
    addPropertyRoutes(app, db, {
      path: `/rest/api/${version}/issue/:issueIdOrKey`,
      segment: 'properties',
      tag: 'Issues',
      params: { issueIdOrKey: Type.String() },
      suffix: operationIn(version, 'OfIssue'),
      requireReader: holderOf,
      requireWriter: holderOf,
    });
  }
}
