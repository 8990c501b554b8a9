import { hash, verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { estimateGuesses } from './password-estimate.ts';

/** Shortest and longest password, in characters. */
export const passwordLength = { min: 12, max: 256 } as const;

// argon2id with 19 MiB, two passes and one lane: OWASP's first recommendation. argon2id is the library's default algorithm
// (its enum cannot be named under isolatedModules).
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// What an unknown account's password is compared with, so that its answer takes as long as a known one's.
let hashOfNobody: Promise<string> | undefined;

/** Fewer guesses than this, and a password is found before it is changed, even when its hash was stolen. */
const leastGuesses = 1e8;

/** Characters that must be left of a password when the owner's names are taken out of it. */
const leastOwnLength = 8;

/** Whose password it will be, as far as that is known. */
export interface PasswordOwner {
  readonly email: string | null;
  readonly displayName?: string;
  readonly siteName?: string;
}

/** What is wrong with a password: too short, too long, made of names, or easily guessed. */
export type PasswordFault = 'short' | 'long' | 'names' | 'common';

/** The same as sentences for the field. */
export const passwordSentences: Readonly<Record<PasswordFault, string>> = {
  short: `Use at least ${passwordLength.min} characters; a few unrelated words are easy to remember.`,
  long: `Use at most ${passwordLength.max} characters.`,
  names:
    'This is mostly your name, your address or the name of this site. Choose something that others cannot know.',
  common:
    'This password is among the first that attackers try, or almost so. Choose another; a few unrelated words are easy to remember.',
};

/** What is wrong with a new password, as a sentence for its field, or null; as `passwordFault`. */
export async function passwordProblem(password: string, owner: PasswordOwner): Promise<string | null> {
  const fault = await passwordFault(password, owner);
  return fault && passwordSentences[fault];
}

/**
 * What is wrong with a new password, or null. Nothing leaves the process; estimating runs beside the requests of others and
 * takes some milliseconds, the first time up to a second.
 */
export async function passwordFault(password: string, owner: PasswordOwner): Promise<PasswordFault | null> {
  const length = [...password].length;
  if (length < passwordLength.min) return 'short';
  if (length > passwordLength.max) return 'long';
  const words = wordsOf(owner);
  const withoutNames = words.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase());
  if (withoutNames.length < password.length && meaningful(withoutNames) < leastOwnLength) return 'names';
  return (await estimateGuesses(password, words)) < leastGuesses ? 'common' : null;
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

/** The parts of names and address from which nobody shall make a password, longest first. */
function wordsOf({ email, displayName = '', siteName = '' }: PasswordOwner): string[] {
  const texts = [email ?? '', displayName, siteName, 'portico'].map((text) => text.toLowerCase());
  const parts = texts.flatMap((text) => [text, text.split('@')[0] ?? '', ...text.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(parts)].filter((part) => [...part].length >= 3).sort((a, b) => b.length - a.length);
}

function meaningful(text: string): number {
  return [...text.replaceAll(/[^\p{L}\p{N}]+/gu, '')].length;
}
