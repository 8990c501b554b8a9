import { isIP, isIPv4, isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * Makes `request.ip` the one spelling of the caller's address that logs, limits and the audit log share: IPv4 is never
 * written as IPv6, and what a proxy adds to it (a port, brackets) is gone. Whom to believe about X-Forwarded-For is
 * Fastify's to decide (PORTICO_TRUSTED_PROXIES); what it says there and is no address counts as the proxy's own.
 */
export function settleAddress(request: FastifyRequest): void {
  const said = request.ip;
  const address = plainAddress(said) ?? plainAddress(request.raw.socket.remoteAddress ?? '') ?? 'unknown';
  if (address !== said) Object.defineProperty(request, 'ip', { value: address });
}

/**
 * What counts as one address where tries are counted: in IPv6 a whole /64, which is the least that anybody is given; an
 * IPv4 address written as IPv6 is that IPv4 address.
 */
export function networkOf(address: string): string {
  const plain = plainAddress(address) ?? address;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const left = groupsOf(head);
  const right = groupsOf(tail ?? '');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** An address without port, brackets and zone, IPv4 as such; null when it is none. */
function plainAddress(text: string): string | null {
  if (isIPv4(text)) return text;
  const bare =
    /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(text)?.[1] ?? text;
  const plain = (bare.split('%', 1)[0] ?? bare).toLowerCase();
  const mapped = mappedIPv4(plain);
  if (mapped !== null) return mapped;
  return isIP(plain) === 0 ? null : plain;
}

/** `::ffff:192.0.2.7`, also as `::ffff:c000:207` and written out. */
function mappedIPv4(address: string): string | null {
  const [, tail = ''] = /^(?:::|(?:0{1,4}:){5})ffff:(.+)$/.exec(address) ?? [];
  if (isIPv4(tail)) return tail;
  const [, high = '', low = ''] = /^([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(tail) ?? [];
  if (high === '') return null;
  const bits = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return bits.flatMap((word) => [word >> 8, word & 255]).join('.');
}

function groupsOf(part: string): string[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => {
    if (!isIPv4(group)) return [group];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
  });
}
