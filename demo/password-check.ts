import { createHash, timingSafeEqual } from 'node:crypto';
import type { Person } from './people.ts';

const triesPerWindow = 10;
const windowMs = 60_000;

/** The outcome of a try to sign in with a password. */
type PasswordOutcome = { readonly person: Person } | { readonly refusal: string };

/** Checks an e-mail address and a password; slows down whoever guesses. */
export type PasswordCheck = (email: string, password: string) => PasswordOutcome;

/** Makes the password check of one company. It forgets wrong tries after a minute, and all of them on restart. */
export function createPasswordCheck(people: readonly Person[], now: () => number = Date.now): PasswordCheck {
  const byEmail = new Map(people.map((person) => [person.email, person]));
  const wrongTries = new Map<string, { count: number; endsAt: number }>();

  return (typed, password) => {
    const email = typed.trim().toLowerCase();
    const person = byEmail.get(email);
    const tries = wrongTries.get(email);
    if (tries && tries.endsAt > now() && tries.count >= triesPerWindow) {
      return { refusal: 'Too many tries. Wait a minute, then try again.' };
    }
    if (person && isSame(person.password, password)) {
      wrongTries.delete(email);
      return { person };
    }
    // Only known addresses are counted: nobody else has a password to guess, and the list cannot grow.
    if (person) {
      const isRunning = tries !== undefined && tries.endsAt > now();
      wrongTries.set(email, {
        count: isRunning ? tries.count + 1 : 1,
        endsAt: isRunning ? tries.endsAt : now() + windowMs,
      });
    }
    return { refusal: 'This e-mail address and password do not belong together. Check both and try again.' };
  };
}

function isSame(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
