import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { Sealer } from '../../platform/crypto/seal.ts';
import type { Database } from '../../platform/database/database.ts';

/** A time step, in seconds, and how many of them a phone's clock may be off (RFC 6238, section 5.2). */
const period = 30;
const drift = 1;

/** A secret that was made for an authenticator app and has not been confirmed with a code yet. */
export interface NewTotp {
  readonly id: string;
  /** in base32, for those who cannot scan */
  readonly secret: string;
  /** otpauth://, which the QR code holds */
  readonly uri: string;
}

/** Makes a secret for an authenticator app. It counts for nothing until a code of it was seen. */
export async function addTotp(
  trx: Database,
  sealer: Sealer,
  accountId: string,
  label: { readonly issuer: string; readonly account: string; readonly name: string },
): Promise<NewTotp> {
  // What was begun and not finished is given up.
  await trx
    .deleteFrom('totp_factor')
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is', null)
    .execute();
  // 160 bits, as RFC 4226 recommends for HMAC-SHA-1, which is all that many apps know.
  const secret = new Secret({ size: 20 });
  const { id } = await trx
    .insertInto('totp_factor')
    .values({
      account_id: accountId,
      name: label.name,
      sealed_secret: sealer.seal(secret.base32, context(accountId)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const uri = generator(secret, label).toString();
  return { id, secret: secret.base32, uri };
}

/**
 * Takes a code of one of the account's apps. A code's time step, and every earlier one, is used up with it: of two requests
 * with the same code, on whatever process, one gets through (RFC 6238, section 5.2).
 *
 * @param of which: confirmed ones, or one that is being set up, by its id
 * @param now in milliseconds, for tests
 * @returns the id of the app, or null
 */
export async function takeTotp(
  db: Database,
  sealer: Sealer,
  accountId: string,
  code: string,
  of: 'confirmed' | { readonly unconfirmedId: string },
  now = Date.now(),
): Promise<string | null> {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const factors = await db
    .selectFrom('totp_factor')
    .select(['id', 'sealed_secret'])
    .where('account_id', '=', accountId)
    .where('confirmed_at', of === 'confirmed' ? 'is not' : 'is', null)
    .$if(of !== 'confirmed', (query) =>
      query.where('id', '=', of === 'confirmed' ? '' : idOrNone(of.unconfirmedId)),
    )
    .orderBy('id')
    .execute();
  for (const { id, sealed_secret } of factors) {
    const secret = Secret.fromBase32(sealer.open(sealed_secret, context(accountId)));
    const delta = generator(secret).validate({ token, timestamp: now, window: drift });
    if (delta === null) continue;
    const step = Math.floor(now / 1000 / period) + delta;
    const taken = await db
      .updateTable('totp_factor')
      .set({
        last_step: String(step),
        last_used_at: sql`now()`,
        confirmed_at: sql`coalesce(confirmed_at, now())`,
      })
      .where('id', '=', id)
      .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', String(step))]))
      .returning('id')
      .executeTakeFirst();
    if (taken) return id;
  }
  return null;
}

function generator(secret: Secret, label?: { readonly issuer: string; readonly account: string }): TOTP {
  return new TOTP({
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret,
    ...(label && { issuer: label.issuer, label: label.account }),
  });
}

function context(accountId: string): string {
  return `totp_factor:${accountId}`;
}

function idOrNone(id: string): string {
  return /^\d{1,18}$/.test(id) ? id : '0';
}
