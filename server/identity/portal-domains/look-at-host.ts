import { createHmac, timingSafeEqual } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { siteAt } from '../../platform/http/asked-host.ts';
import { createGuardedFetch } from '../../platform/http/guarded-fetch.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalDomain } from './store.ts';

/** Where a host leads, seen from this server. */
export interface HostFindings {
  readonly outcome: 'answers' | 'no-record' | 'elsewhere' | 'certificate' | 'unreachable';
  /** in words: what was found, and what to do */
  readonly detail: string;
  /** to which it resolves */
  readonly addresses: readonly string[];
}

/** How names are resolved and pages fetched. */
export interface Sight {
  resolve(host: string): Promise<readonly string[]>;
  fetch(url: URL): Promise<Response>;
}

const timeoutMs = 8_000;
const maxBytes = 4096;

/** With what this server looks: as for identity providers, private addresses only where they are allowed. */
export function sightOf({ config }: Pick<Platform, 'config'>): Sight {
  const get = createGuardedFetch({ allowsPrivate: config.allowsPrivateProviders, maxBytes, timeoutMs });
  return {
    async resolve(host) {
      return (await lookup(host, { all: true })).map(({ address }) => address);
    },
    fetch: (url) => get(url, { redirect: 'manual' }),
  };
}

/** Where proof is asked for that it is this Portico which answers. */
export function challengePath(challenge: string): string {
  return `/.well-known/portico-host/${challenge}`;
}

/** What a host answers to a challenge: only who has the key of the host in the database knows it. */
export function answerToChallenge(checkKey: string, challenge: string): string {
  return createHmac('sha256', checkKey).update(challenge).digest('base64url');
}

/** Looks whether a host leads here: asks for its address, and then the host itself for something only this Portico knows. */
export async function lookAtHost(
  url: URL,
  { host, checkKey }: Pick<PortalDomain, 'host' | 'checkKey'>,
  sight: Sight,
): Promise<HostFindings> {
  let addresses: readonly string[];
  try {
    addresses = await sight.resolve(host);
  } catch (error) {
    return {
      outcome: 'no-record',
      detail: `There is no address for ${host} in DNS (${codeOf(error)}). Add a CNAME record that points to ${url.hostname}. A new record may take an hour until everybody sees it.`,
      addresses: [],
    };
  }
  const site = siteAt(url, host);
  const challenge = randomToken();
  let answer: Response;
  try {
    answer = await sight.fetch(new URL(challengePath(challenge), site));
  } catch (error) {
    return { ...failureOf(error, site, url), addresses };
  }
  const text = (await answer.text()).trim();
  if (answer.status === 200 && isSame(text, answerToChallenge(checkKey, challenge))) {
    return {
      outcome: 'answers',
      detail: `${site.origin} leads here. Customers can use it.`,
      addresses,
    };
  }
  const detail =
    answer.status === 421
      ? `A Portico answers at ${site.origin}, but does not know that it was asked for ${host}: the reverse proxy in front of it has to pass on the Host header.`
      : `Something else answers at ${site.origin} (status ${answer.status}). Let the record point to ${url.hostname}, and have the reverse proxy pass requests for ${host} on to Portico.`;
  return { outcome: 'elsewhere', detail, addresses };
}

function failureOf(error: unknown, site: URL, url: URL): Pick<HostFindings, 'outcome' | 'detail'> {
  const code = codeOf(error);
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|^ERR_SSL|EPROTO/.test(code)) {
    return {
      outcome: 'certificate',
      detail: `${site.host} answers, but its certificate is not good (${code}). Have the reverse proxy get one for ${site.hostname}.`,
    };
  }
  const words =
    error instanceof Error && error.name === 'RefusedFetch' ? error.message : `No answer (${code}).`;
  return {
    outcome: 'unreachable',
    detail: `${site.origin} cannot be reached from this server. ${words} Look whether the record points to the same machine as that of ${url.hostname}, and whether a reverse proxy listens there.`,
  };
}

function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
    if (cause.name === 'TimeoutError') return 'timeout';
  }
  return error instanceof Error ? error.message.slice(0, 100) : 'unknown';
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
