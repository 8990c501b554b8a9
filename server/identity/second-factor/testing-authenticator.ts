import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a browser and its authenticator answer, as JSON (WebAuthn Level 3, section 5.1). */
export interface AuthenticatorAnswer {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: Readonly<Record<string, string>>;
  readonly clientExtensionResults: Record<string, never>;
}

/** How an answer differs from an honest one. */
interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly counter?: number;
  readonly verifiesUser?: boolean;
}

/** An authenticator with one passkey, for tests: ES256, no attestation. */
export function createTestAuthenticator(site: URL): {
  register(challenge: string, lies?: Lies): AuthenticatorAnswer;
  answer(challenge: string, lies?: Lies): AuthenticatorAnswer;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(32);
  const id = credentialId.toString('base64url');
  let counter = 0;

  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? site.origin,
        crossOrigin: false,
      }),
    );
  /** Section 6.1: hash of the relying party, flags, counter. */
  function authenticatorData(lies: Lies, credential: Buffer = Buffer.alloc(0)): Buffer {
    const hash = createHash('sha256')
      .update(lies.rpId ?? site.hostname)
      .digest();
    // user present, user verified, credential included
    const flags = 1 | (lies.verifiesUser === false ? 0 : 4) | (credential.length > 0 ? 64 : 0);
    const count = Buffer.alloc(4);
    counter += 1;
    count.writeUInt32BE(lies.counter ?? counter);
    return Buffer.concat([hash, Buffer.from([flags]), count, credential]);
  }
  const answerOf = (response: Record<string, string>): AuthenticatorAnswer => ({
    id,
    rawId: id,
    type: 'public-key',
    response,
    clientExtensionResults: {},
  });

  return {
    register(challenge, lies = {}) {
      const key = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(jwk.x ?? '', 'base64url'))],
        [-3, new Uint8Array(Buffer.from(jwk.y ?? '', 'base64url'))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const credential = Buffer.concat([
        Buffer.alloc(16),
        length,
        credentialId,
        Buffer.from(isoCBOR.encode(key)),
      ]);
      const attestation = new Map<string, string | Uint8Array | Map<string, never>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, never>()],
        ['authData', new Uint8Array(authenticatorData(lies, credential))],
      ]);
      return answerOf({
        clientDataJSON: clientData('webauthn.create', challenge, lies).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
      });
    },
    answer(challenge, lies = {}) {
      const data = authenticatorData(lies);
      const client = clientData('webauthn.get', challenge, lies);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, createHash('sha256').update(client).digest()]))
        .sign(privateKey);
      return answerOf({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
  };
}
