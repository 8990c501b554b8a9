import { setTimeout as delay } from 'node:timers/promises';
import type { EventHub } from '../events/hub.ts';
import type { App } from './app-types.ts';

export interface ShutdownOptions {
  /**
   * How long to go on serving after the app was asked to close, in milliseconds, while `/readyz` says no: time for a
   * load balancer to send its requests elsewhere. Default 0.
   */
  readonly drainMs?: number;
  /** How long requests in progress may then take, in milliseconds, before they are cut. Default 10,000. */
  readonly shutdownLimitMs?: number;
}

/**
 * What happens when the app closes: it serves on for `drainMs`, then takes no new connections, ends event streams, lets
 * requests in progress finish, and closes each connection with its last response. What is still open after the limit
 * is cut.
 */
export function registerShutdown(
  app: App,
  events: EventHub,
  { drainMs = 0, shutdownLimitMs = 10_000 }: ShutdownOptions,
): void {
  let timer: NodeJS.Timeout | undefined;
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    if (drainMs > 0) await delay(drainMs);
    timer = setTimeout(() => app.server.closeAllConnections(), shutdownLimitMs);
    await events.close();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('onClose', async () => clearTimeout(timer));
}
