import { createHash, randomBytes } from 'node:crypto';

/** An unguessable value of 256 bits for cookies, states and one-time links, in base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** How a token is kept: only its hash, so that a read of the database opens no session. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
