import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'oidc-provider';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { readPrivateFile, writePrivateFile } from '../private-file.ts';

const schema = Type.Object({
  /** sign the cookies; the first signs, all verify */
  cookieKeys: Type.Array(Type.String({ minLength: 32 }), { minItems: 1 }),
  /** sign the ID tokens; private keys as JWK (RFC 7517) */
  signingKeys: Type.Array(
    Type.Object(
      { kty: Type.String(), kid: Type.String(), alg: Type.String(), use: Type.String() },
      { additionalProperties: true },
    ),
    { minItems: 1 },
  ),
});

/** What Globex signs with. */
export interface GlobexKeys {
  readonly cookieKeys: readonly string[];
  readonly signingKeys: readonly JWK[];
}

/**
 * The keys kept in the file at `path` (0600); made at the first call.
 * @throws when the file is there but holds something else
 */
export async function openKeys(path: string): Promise<GlobexKeys> {
  const kept = await readPrivateFile(path);
  if (kept !== undefined) return parse(path, kept);
  const made = { cookieKeys: [randomBytes(32).toString('base64url')], signingKeys: [await makeSigningKey()] };
  await writePrivateFile(path, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

async function makeSigningKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const kid = randomBytes(12).toString('base64url');
  return { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
}

function parse(path: string, text: string): GlobexKeys {
  try {
    return Value.Parse(schema, JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `${path} does not hold Globex's keys. Put back a copy of it, or delete it: new keys are then made.`,
      { cause },
    );
  }
}
