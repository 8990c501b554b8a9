import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { siteOrigins } from '../portal-domains/store.ts';

/** How long a ceremony may take, in seconds. */
const ceremonySeconds = 300;

/** What a ceremony is for. verify: of somebody who is known; sign-in: of whoever holds the passkey. */
export type Ceremony = 'register' | 'verify' | 'sign-in';

/** A ceremony that has begun: its token comes back with the answer. */
export interface Begun<Options> {
  readonly token: string;
  readonly options: Options;
}

/** Begins to add a passkey or security key to an account. */
export async function beginRegistration(
  db: Database,
  config: Config,
  account: {
    readonly id: string;
    readonly accountId: string;
    readonly email: string | null;
    readonly displayName: string;
  },
): Promise<Begun<PublicKeyCredentialCreationOptionsJSON>> {
  const known = await credentialsOf(db, account.id);
  const options = await generateRegistrationOptions({
    rpName: config.siteName,
    rpID: config.url.hostname,
    userID: Buffer.from(account.accountId),
    userName: account.email ?? account.displayName,
    userDisplayName: account.displayName,
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return { token: await keepChallenge(db, 'register', account.id, options.challenge), options };
}

/**
 * Adds the passkey that was made.
 * @returns its id
 * @throws Invalid when the ceremony is over or the answer is not to it
 */
export async function finishRegistration(
  trx: Database,
  config: Config,
  accountId: string,
  token: string,
  response: RegistrationResponseJSON,
  name: string,
): Promise<string> {
  const challenge = await takeChallenge(trx, 'register', accountId, token);
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: await siteOrigins(trx, config.url),
    expectedRPID: config.url.hostname,
    requireUserVerification: false,
  }).catch(() => null);
  if (!verified?.verified) throw refused();
  const { credential, userVerified, credentialBackedUp } = verified.registrationInfo;
  const row = await trx
    .insertInto('passkey')
    .values({
      account_id: accountId,
      name,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: String(credential.counter),
      transports: credential.transports ?? [],
      verifies_user: userVerified,
      is_backed_up: credentialBackedUp,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) throw Invalid.fields({ passkey: 'This passkey is known already. Use another one.' });
  return row.id;
}

/** Begins to ask for a passkey of an account, or, without one, of whoever signs in. */
export async function beginAuthentication(
  db: Database,
  config: Config,
  accountId: string | null,
): Promise<Begun<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await generateAuthenticationOptions({
    rpID: config.url.hostname,
    // Alone it must prove more than that somebody touched it.
    userVerification: accountId === null ? 'required' : 'preferred',
    ...(accountId !== null && { allowCredentials: await credentialsOf(db, accountId) }),
  });
  const purpose = accountId === null ? 'sign-in' : 'verify';
  return { token: await keepChallenge(db, purpose, accountId, options.challenge), options };
}

/** Whose passkey answered. */
export interface ProvenPasskey {
  readonly passkeyId: string;
  /** account.id */
  readonly accountId: string;
  readonly verifiedUser: boolean;
}

/**
 * Checks an answer: challenge, origin, relying party, signature and counter (WebAuthn, section 7.2). A passkey of another
 * account, or one that nobody has, is as wrong as a bad signature.
 *
 * @param accountId whose it must be; null: anybody's, and the passkey must have verified the person
 * @throws Invalid when the ceremony is over or the answer is not to it
 */
export async function finishAuthentication(
  trx: Database,
  config: Config,
  accountId: string | null,
  token: string,
  response: AuthenticationResponseJSON,
): Promise<ProvenPasskey> {
  const challenge = await takeChallenge(trx, accountId === null ? 'sign-in' : 'verify', accountId, token);
  const row = await trx
    .selectFrom('passkey')
    .selectAll()
    .where('credential_id', '=', response.id)
    .$if(accountId !== null, (query) => query.where('account_id', '=', accountId ?? ''))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refused();
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: await siteOrigins(trx, config.url),
    expectedRPID: config.url.hostname,
    requireUserVerification: accountId === null,
    credential: {
      id: row.credential_id,
      publicKey: new Uint8Array(row.public_key),
      counter: Number(row.counter),
    },
  }).catch(() => null);
  if (!verified?.verified) throw refused();
  const { newCounter, userVerified, credentialBackedUp } = verified.authenticationInfo;
  await trx
    .updateTable('passkey')
    .set({
      counter: String(newCounter),
      last_used_at: sql`now()`,
      is_backed_up: credentialBackedUp,
      ...(userVerified && { verifies_user: true }),
    })
    .where('id', '=', row.id)
    .execute();
  return { passkeyId: row.id, accountId: row.account_id, verifiedUser: userVerified };
}

async function credentialsOf(
  db: Database,
  accountId: string,
): Promise<{ id: string; transports: string[] }[]> {
  return db
    .selectFrom('passkey')
    .select(['credential_id as id', 'transports'])
    .where('account_id', '=', accountId)
    .execute();
}

async function keepChallenge(
  db: Database,
  purpose: Ceremony,
  accountId: string | null,
  challenge: string,
): Promise<string> {
  const token = randomToken();
  await db
    .insertInto('passkey_challenge')
    .values({
      token_hash: hashToken(token),
      account_id: accountId,
      purpose,
      challenge,
      expires_at: sql<Date>`now() + make_interval(secs => ${ceremonySeconds})`,
    })
    .execute();
  return token;
}

/** Each challenge is answered once. */
async function takeChallenge(
  trx: Database,
  purpose: Ceremony,
  accountId: string | null,
  token: string,
): Promise<string> {
  const row = await trx
    .deleteFrom('passkey_challenge')
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where(sql<boolean>`account_id is not distinct from ${accountId}::bigint`)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('challenge')
    .executeTakeFirst();
  if (!row) throw Invalid.fields({ passkey: 'This took too long. Try once more.' });
  return row.challenge;
}

function refused(): Invalid {
  return Invalid.fields({
    passkey: 'This passkey could not be verified. Try once more, or use another way.',
  });
}
