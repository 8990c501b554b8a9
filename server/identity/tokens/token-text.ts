import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const prefix = 'ptco_';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 256 bits take so many digits of base 62 */
const secretLength = 43;
/** 32 bits */
const checksumLength = 6;

/**
 * A new API token: `ptco_`, 256 random bits, and their CRC-32, all in letters and digits. Prefix and checksum let secret
 * scanners tell a token from other text without asking anybody; they make nothing easier to guess.
 */
export function newToken(): string {
  const secret = inBase62(BigInt(`0x${randomBytes(32).toString('hex')}`), secretLength);
  return prefix + secret + checksumOf(secret);
}

/** Whether a text can be a token at all: told without the database. */
export function looksLikeToken(text: string): boolean {
  if (text.length !== prefix.length + secretLength + checksumLength || !text.startsWith(prefix)) return false;
  const secret = text.slice(prefix.length, -checksumLength);
  return /^[0-9A-Za-z]+$/.test(secret) && text.endsWith(checksumOf(secret));
}

function checksumOf(secret: string): string {
  return inBase62(BigInt(crc32(prefix + secret)), checksumLength);
}

function inBase62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  while (text.length < length) {
    text = digits.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return text;
}
