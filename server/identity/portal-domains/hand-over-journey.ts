import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressOf, siteAt } from '../../platform/http/asked-host.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Attempt } from '../sign-in/attempts.ts';
import { giveBrowserToken } from '../sign-in/browser.ts';
import type { KnownSignIn } from '../sign-in/redirect-or-refuse.ts';
import { beginHandOver, type HandOver, hostOfHandOver, requireHandOver } from './hand-over.ts';

export const handOverSchema = Type.Optional(
  Type.String({ maxLength: 100, description: 'The sign-in is made for a portal’s host, where it began' }),
);

/**
 * Where a sign-in through a provider is made at another host than the one that was asked: at the site's own.
 *
 * @param path of the sign-in there
 * @param more parameters that it needs
 * @returns the address there; null: the round trip is made at this host
 */
export async function leaveForSite(
  { config, db }: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  known: Pick<KnownSignIn, 'returnTo'>,
  { providerId, path, more }: { readonly providerId: string; readonly path: string; readonly more?: object },
): Promise<string | null> {
  const { portalHost } = request;
  if (portalHost?.signInAt !== 'site') return null;
  const token = await beginHandOver(db, {
    host: portalHost.host,
    providerId,
    browserToken: giveBrowserToken(request, reply, config.url),
    returnTo: known.returnTo,
  });
  return `${addressOf(config.url)}${path}?${new URLSearchParams({ ...more, hand_over: token })}`;
}

/**
 * The hand-over that a sign-in at the site's own host is made for; null: it is made for this host. What is refused from then on
 * is told at the portal's host.
 *
 * @throws SignInRefused
 */
export async function handOverAsked(
  { config, db }: Platform,
  request: FastifyRequest,
  known: KnownSignIn,
  token: string | undefined,
  providerId: string,
): Promise<HandOver | null> {
  if (token === undefined || request.portalHost) return null;
  const handOver = await requireHandOver(db, token, providerId);
  known.home = siteAt(config.url, handOver.host);
  known.returnTo = handOver.returnTo || null;
  return handOver;
}

/** Lets refusals be told at the portal's host that a sign-in is made for. */
export async function noteHome(
  { config, db }: Pick<Platform, 'config' | 'db'>,
  known: KnownSignIn,
  { handOverId }: Attempt,
): Promise<void> {
  const host = handOverId === null ? null : await hostOfHandOver(db, handOverId);
  if (host !== null) known.home = siteAt(config.url, host);
}
