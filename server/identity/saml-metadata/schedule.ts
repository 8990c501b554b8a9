import type { MetadataContent } from './content.ts';

const hour = 3_600_000;

/**
 * When to fetch metadata again: as often as it asks for (cacheDuration), well before it ends (validUntil), but at most
 * hourly and at least daily. Up to a tenth sooner, so that what was configured together does not stay together.
 *
 * @param random between 0 and 1
 */
export function nextRefreshAt(
  { cacheSeconds, validUntil }: Pick<MetadataContent, 'cacheSeconds' | 'validUntil'>,
  now: Date,
  random = Math.random(),
): Date {
  const wishes = [24 * hour];
  if (cacheSeconds !== null) wishes.push(cacheSeconds * 1000);
  // Half of what is left: time for a second try.
  if (validUntil !== null) wishes.push((Date.parse(validUntil) - now.getTime()) / 2);
  const pause = Math.max(hour, Math.min(...wishes) * (1 - random / 10));
  return new Date(now.getTime() + pause);
}

/** When to try again after failures, one after another: after one hour, two, four, up to a day. */
export function nextTryAt(failures: number, now: Date, random = Math.random()): Date {
  const pause = Math.min(24, 2 ** Math.min(failures - 1, 5)) * hour;
  return new Date(now.getTime() + Math.max(hour, pause * (1 - random / 10)));
}
