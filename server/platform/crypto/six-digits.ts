import { randomInt } from 'node:crypto';

/** A code that people type from a mail: six digits, of which each is as likely as any other. Short: limit the tries. */
export function sixDigits(): string {
  return randomInt(0, 1_000_000).toString().padStart(6, '0');
}
