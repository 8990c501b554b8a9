import { timingSafeEqual } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Platform } from '../platform.ts';
import type { App } from './app-types.ts';
import { NotFound } from './errors.ts';

/** What the process itself tells (memory, event loop, garbage collection); one per process, made when first asked. */
let processRegistry: Registry | undefined;

/**
 * Adds `/metrics` in Prometheus' text format: process, durations by route pattern, event streams, connections. It is
 * told to loopback clients, and to those who send the configured token; for all others it does not exist.
 *
 * @returns counts a finished response
 */
export function registerMetrics(
  app: App,
  { config, database, events }: Platform,
): (request: FastifyRequest, statusCode: number, milliseconds: number) => void {
  const registry = new Registry();
  const duration = new Histogram({
    name: 'portico_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its response',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  gauge(registry, 'portico_event_streams', 'Open event streams', () => events.streamCount());
  const { pool } = database;
  gauge(registry, 'portico_database_connections', 'Open database connections', () => pool.totalCount);
  gauge(registry, 'portico_database_connections_idle', 'Unused database connections', () => pool.idleCount);
  gauge(registry, 'portico_database_waiting', 'Queries that wait for a connection', () => pool.waitingCount);

  app.get(
    '/metrics',
    { config: { rateLimit: false, answersAnyHost: true }, schema: { hide: true } },
    async (request, reply) => {
      if (!mayScrape(request, config.metricsToken)) throw new NotFound('There is nothing at this address.');
      if (!processRegistry) {
        processRegistry = new Registry();
        collectDefaultMetrics({ register: processRegistry });
      }
      reply.type(registry.contentType);
      return Registry.merge([registry, processRegistry]).metrics();
    },
  );

  return (request, statusCode, milliseconds) => {
    const route = request.routeOptions.url ?? 'none';
    duration.observe({ method: request.method, route, status: statusCode }, milliseconds / 1000);
  };
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** A proxy on this machine reaches us from loopback too, but says for whom. */
const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

function mayScrape(request: FastifyRequest, token: string | undefined): boolean {
  const given = request.headers.authorization;
  if (token !== undefined && given !== undefined && isSame(given, `Bearer ${token}`)) return true;
  const address = request.raw.socket.remoteAddress;
  if (address === undefined) return false;
  const isLocal = loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return isLocal && !forwardingHeaders.some((name) => request.headers[name] !== undefined);
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
