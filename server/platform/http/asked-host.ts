import { isIPv6 } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import type { App } from './app-types.ts';
import { Invalid, RefusedError } from './errors.ts';
import { addressMatcher } from './trusted-proxies.ts';

/** A host beside the site's own, at which one portal lives. */
export interface PortalHost {
  /** lower case, ASCII, without port */
  readonly host: string;
  readonly portalId: string;
  /** where round trips to identity providers are made: at the site's own host, or at this one */
  readonly signInAt: 'site' | 'domain';
}

type FindPortalHost = (host: string) => Promise<PortalHost | null>;

declare module 'fastify' {
  interface FastifyInstance {
    /** Says which hosts are portals'. Asked on every request to another host than the site's own. Given by identity. */
    setPortalHosts(find: FindPortalHost): void;
  }
  interface FastifyRequest {
    /** the portal's host that was asked; null: the site's own */
    portalHost: PortalHost | null;
    /** The address that was asked: config.url, or that of the portal's host. Never what a header says. */
    readonly site: URL;
    /** The same without a trailing slash. */
    readonly siteAddress: string;
  }
  interface FastifyContextConfig {
    /** The route answers whatever host is asked: probes and proxies name addresses. */
    answersAnyHost?: boolean;
  }
}

/** The host that was asked is none of ours (RFC 9110, section 15.5.20). */
class MisdirectedRequest extends RefusedError {
  readonly statusCode = 421;
}

/** Names under which a machine reaches itself; they stand for the site. */
const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

const misdirected =
  'Portico does not answer for this address. If it should: set PORTICO_URL to the address that people use, or add the ' +
  'host under Administration, Domains of portals; and let the reverse proxy pass on the Host header.';

/**
 * Finds out on every request which host was asked, and refuses those that are neither the site's own nor a portal's. Call
 * it before everything that trusts `request.site`.
 */
export function registerAskedHost(app: App, config: Config): void {
  const isTrustedProxy = addressMatcher(config.trustedProxies);
  const own = ownHosts(config.url);
  const ownAddress = addressOf(config.url);
  let find: FindPortalHost = async () => null;
  app.decorate('setPortalHosts', (given: FindPortalHost) => {
    find = given;
  });
  app.decorateRequest('portalHost', null);
  app.decorateRequest('site', {
    getter(this: FastifyRequest) {
      return this.portalHost ? siteAt(config.url, this.portalHost.host) : config.url;
    },
  });
  app.decorateRequest('siteAddress', {
    getter(this: FastifyRequest) {
      return this.portalHost ? addressOf(this.site) : ownAddress;
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.answersAnyHost === true) return;
    const host = askedHost(request, isTrustedProxy(request.socket.remoteAddress));
    if (own.has(host)) return;
    request.portalHost = await find(host);
    if (request.portalHost) return;
    if (!wantsPage(request)) throw new MisdirectedRequest(misdirected);
    await sendMisdirectedPage(reply);
  });
}

/** The site's address at another host: its protocol and port. */
export function siteAt(url: URL, host: string): URL {
  const site = new URL(url.href);
  site.hostname = host;
  return site;
}

/** An address without its trailing slash. */
export function addressOf(url: URL): string {
  return url.href.replace(/\/$/, '');
}

/**
 * The host of a request, as hosts are compared: lower case, without port and trailing dot. The port has no say: proxies
 * change it, and whatever it is, our own addresses carry the configured one.
 *
 * @throws Invalid when there is none, several, or something that is no host
 */
function askedHost(request: FastifyRequest, isFromProxy: boolean): string {
  const target = request.raw.url ?? '';
  if (!target.startsWith('/')) {
    throw new Invalid('Ask for a path, such as /servicedesk, and name the host in the Host header.');
  }
  const { rawHeaders } = request.raw;
  const said = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  const forwarded = isFromProxy ? request.headers['x-forwarded-host'] : undefined;
  // Of several proxies each adds to the end; the last one is the one that we trust.
  const text =
    forwarded === undefined ? request.headers.host : [forwarded].flat().join(',').split(',').at(-1);
  const host = said.length > 1 ? null : plainHost(text ?? '');
  if (host === null) {
    throw new Invalid('The request must have one Host header, with a host in it and nothing else.');
  }
  return host;
}

/** `Help.Acme.Example.:8443` as `help.acme.example`; null for what is no host. */
export function plainHost(text: string): string | null {
  const [, name = ''] = /^(.+?)(?::\d{1,5})?$/.exec(text.trim().toLowerCase()) ?? [];
  if (/^\[.*\]$/.test(name)) return isIPv6(name.slice(1, -1)) ? new URL(`http://${name}`).hostname : null;
  const host = name.replace(/\.$/, '');
  return host.length <= 253 &&
    /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/.test(host)
    ? host
    : null;
}

function ownHosts({ hostname }: URL): ReadonlySet<string> {
  return new Set([...loopbackNames, plainHost(hostname) ?? hostname]);
}

function wantsPage({ method, headers }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && headers.accept?.includes('text/html') === true;
}

async function sendMisdirectedPage(reply: FastifyReply): Promise<void> {
  await reply
    .code(421)
    .type('text/html; charset=utf-8')
    .send(
      '<!doctype html><html lang="en"><meta charset="utf-8">' +
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
        '<title>Nothing at this address</title><h1>There is no help center at this address</h1>' +
        '<p>Check the address, or ask whoever gave it to you.</p>' +
        `<p>For administrators: ${misdirected}</p></html>`,
    );
}
