import { ApiError } from '../../kit/api/api-error.ts';

/** The name under which a refusal says that somebody else saved first. */
const staleName = 'stale';

/**
 * Saves, and tells the two kinds of conflict apart: when there is a newer version than `seenVersion`, the refusal says so under
 * `stalenessOf`; every other conflict is left as it is.
 */
export async function saveOrStale<Saved>(
  save: () => Promise<Saved>,
  seenVersion: number,
  newest: () => Promise<{ readonly version: number }>,
): Promise<Saved> {
  try {
    return await save();
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
    const { version } = await newest();
    if (version === seenVersion) throw error;
    throw new ApiError(409, [], { [staleName]: error.errorMessages.join(' ') });
  }
}

/** What to tell of a refusal because somebody else saved first; null for every other. */
export function stalenessOf(error: ApiError): string | null {
  return error.errors[staleName] ?? null;
}
