import { SignInRefused } from '../sign-in/refusal.ts';
import type { Tag } from './lint.ts';
import { invalid } from './parts.ts';

/**
 * A point in time that an attribute names, in milliseconds: xs:dateTime, as SAML requires (Core, section 1.3.3). Date.parse
 * alone would take much more than that.
 *
 * @throws SignInRefused response_invalid
 */
export function requireTime(tag: Tag, attribute: string): number {
  const value = tag.attributes.get(attribute);
  const isTime =
    value !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(value);
  const milliseconds = isTime ? Date.parse(value.replace(/(\.\d{3})\d+/, '$1')) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw invalid(`${tag.name} has no valid ${attribute}`, { key: 'shape' });
  return milliseconds;
}

/**
 * Lets through what is valid now: after NotBefore where there is one, and before NotOnOrAfter, which there must be.
 *
 * @returns until when it is valid
 * @throws SignInRefused
 */
export function checkPeriod(
  tag: Tag,
  what: 'assertion' | 'confirmation',
  clockSkewMs: number,
  now: number,
): number {
  const until = requireTime(tag, 'NotOnOrAfter');
  if (until <= now - clockSkewMs) {
    const found = since(until, now);
    const detail =
      what === 'assertion' ? 'The assertion has expired' : 'The assertion is no longer confirmed';
    throw new SignInRefused('response_expired', `${detail} (${found})`, {
      reason: { key: 'expired', found, expected: `at most ${clockSkewMs / 1000} seconds ago` },
    });
  }
  if (tag.attributes.has('NotBefore')) {
    const from = requireTime(tag, 'NotBefore');
    if (from > now + clockSkewMs) {
      const found = since(from, now);
      const detail =
        what === 'assertion' ? 'The assertion is not yet valid' : 'The assertion is not yet confirmed';
      throw new SignInRefused('response_expired', `${detail} (${found})`, {
        reason: { key: 'not-yet-valid', found, expected: `at most ${clockSkewMs / 1000} seconds from now` },
      });
    }
  }
  return until;
}

/** A point in time, with how far from now it is: what tells a wrong clock from a late message. */
export function since(time: number, now: number): string {
  const seconds = Math.round(Math.abs(now - time) / 1000);
  return `${new Date(time).toISOString()}, ${seconds} seconds ${time > now ? 'from now' : 'ago'}`;
}
