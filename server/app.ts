import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import type { Logger } from 'pino';
import { registerCustomers } from './customers/index.ts';
import { registerDesk } from './desk/index.ts';
import {
  actorOf,
  registerIdentity,
  requireAdministrator,
  requireRecentAdministrator,
  requireViewer,
} from './identity/index.ts';
import type { Config } from './platform/config/config.ts';
import type { DatabaseConnection } from './platform/database/database.ts';
import { registerEvents } from './platform/events/routes.ts';
import type { App } from './platform/http/app-types.ts';
import { fastifyOptions, type HttpOptions, registerHttp } from './platform/http/register-http.ts';
import { registerMail } from './platform/mail/routes.ts';
import { createPlatform, type Platform } from './platform/platform.ts';
import { registerPortal } from './portal/index.ts';

/** A Portico that can be started: its HTTP side (`app.listen` or `app.inject`) and what the rooms stand on. */
export interface PorticoApp {
  readonly app: App;
  readonly platform: Platform;
  /** Begins to work on jobs. */
  start(): Promise<void>;
  /** Lets requests and jobs in progress finish, ends event streams, then stops. A second call waits for the first. */
  close(): Promise<void>;
}

/**
 * Puts Portico together: platform, then each room from left to right. Does not touch the database before a request
 * comes or `start` is called, and never closes it: it belongs to the caller.
 */
export async function buildApp(
  config: Config,
  database: DatabaseConnection,
  log: Logger,
  options: HttpOptions = {},
): Promise<PorticoApp> {
  const platform = createPlatform(config, database, log);
  const app: App = Fastify(fastifyOptions(config, platform.log)).withTypeProvider<TypeBoxTypeProvider>();

  await registerHttp(app, platform, options);
  const identity = await registerIdentity(app, platform);
  registerEvents(app, platform, requireViewer);
  registerMail(app, platform, { requireAdministrator, requireRecentAdministrator, actorOf });
  const customers = await registerCustomers(app, platform, identity);
  const desk = await registerDesk(app, platform, identity, customers);
  await registerPortal(app, platform, identity, desk);
  await app.ready();

  let closing: Promise<void> | undefined;
  return {
    app,
    platform,
    start: () => platform.jobs.start(),
    close() {
      closing ??= Promise.all([app.close(), platform.jobs.stop()]).then(() => {});
      return closing;
    },
  };
}
