import type { Database } from '../../platform/database/database.ts';
import type { Provider } from '../providers/store.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { linkAndMap, resultOf } from '../sign-in/link-and-map.ts';
import type { SignInNotes, SignInResult } from '../sign-in/notes.ts';

/** Carries the result out of the transaction that it undoes. */
class Undo extends Error {
  readonly result: SignInResult;

  constructor(result: SignInResult) {
    super('A dry run is undone');
    this.result = result;
  }
}

/**
 * Finds out what a sign-in would do, by doing it and undoing it: the very rules decide, and nothing is left behind.
 *
 * @throws SignInRefused as the sign-in would
 */
export async function dryRun(
  room: Pick<SignInRoom, 'staff' | 'hooks' | 'previews'>,
  db: Database,
  provider: Provider,
  issued: { readonly issuer: string; readonly assertion: Assertion },
  notes: SignInNotes,
): Promise<SignInResult> {
  try {
    await db.transaction().execute(async (trx) => {
      const person = await linkAndMap(room, trx, provider, issued, null, notes);
      throw new Undo(await resultOf(room, trx, provider, person));
    });
  } catch (error) {
    if (error instanceof Undo) return error.result;
    throw error;
  }
  throw new Error('A dry run must be undone');
}
