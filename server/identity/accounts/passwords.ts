import { hash, verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { commonPasswords } from './common-passwords.ts';

/** Shortest and longest password, in characters. */
export const passwordLength = { min: 12, max: 256 } as const;

// argon2id with 19 MiB, two passes and one lane: OWASP's first recommendation. argon2id is the library's default algorithm
// (its enum cannot be named under isolatedModules).
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// What an unknown account's password is compared with, so that its answer takes as long as a known one's.
let hashOfNobody: Promise<string> | undefined;

/** What is wrong with a new password, as a sentence for its field, or null. */
export function passwordProblem(password: string, email: string | null): string | null {
  const length = [...password].length;
  if (length < passwordLength.min) {
    return `Use at least ${passwordLength.min} characters; a few unrelated words are easy to remember.`;
  }
  if (length > passwordLength.max) return `Use at most ${passwordLength.max} characters.`;
  const plain = password.toLowerCase();
  const [local] = email?.toLowerCase().split('@') ?? [];
  if (email && (plain === email.toLowerCase() || stripped(plain) === stripped(local ?? ''))) {
    return 'This is the e-mail address. Choose something that others cannot know.';
  }
  if (isCommon(plain)) return 'This password is among the first that attackers try. Choose another.';
  return null;
}

/** Gives an account this password, replacing the one it had. The rules (`passwordProblem`) are the caller's to check. */
export async function setPassword(trx: Database, accountId: string, password: string): Promise<void> {
  const hashed = await hash(password, parameters);
  await trx
    .insertInto('password_credential')
    .values({ account_id: accountId, hash: hashed })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet({ hash: hashed, updated_at: sql`now()` }),
    )
    .execute();
}

/** Whether the password fits the hash. With no hash it takes the same time and says no. */
export async function verifyPassword(hashed: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hash('nobody has this password', parameters);
  const fits = await verify(hashed ?? (await hashOfNobody), password);
  return hashed !== null && fits;
}

// "password1234", "PASSWORD!!!!!" and "passwordpassword" are the common word they are made of.
function isCommon(plain: string): boolean {
  if (commonPasswords.has(plain)) return true;
  const core = plain.replace(/[^\p{L}]+$/u, '').replace(/^[^\p{L}]+/u, '');
  if (commonPasswords.has(core)) return true;
  const repeated = /^(.{1,8}?)\1+$/u.exec(plain)?.[1];
  return repeated !== undefined && (repeated.length <= 4 || commonPasswords.has(repeated));
}

function stripped(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}
