import type { RouteOptions } from 'fastify';
import type { App } from '../../platform/http/app-types.ts';
import { needOfRoute } from './route-scopes.ts';

/** Says in the API's description which scope each route that is added from now on asks of a token. */
export function describeScopes(app: App): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    const need = needOfRoute([route.method].flat()[0] ?? '', route.url);
    if (!route.schema || need === undefined || need === 'any' || need === 'none') return;
    // As Fastify keeps the object that it was given: no copy would reach the description.
    route.schema.security = [{ session: [] }, { basic: [need] }, { bearer: [need] }];
  });
}
