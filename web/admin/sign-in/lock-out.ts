import { useState } from 'react';
import { ApiError } from '../../kit/api/api-error.ts';

/** Why an act was refused that takes customers' only way into a portal; null: it was not, or for another reason. */
export function lockOutOf(error: unknown): string | null {
  return error instanceof ApiError ? (error.errors['confirmsLockOut'] ?? null) : null;
}

/**
 * Consent to an act that may lock customers out: the first try is refused with words where it does, and whoever tries again
 * has read them.
 */
export function useLockOutConsent() {
  const [isTold, setTold] = useState(false);
  return {
    isTold,
    async attempt<T>(act: (confirmsLockOut: boolean) => Promise<T>): Promise<T> {
      try {
        return await act(isTold);
      } catch (error) {
        if (lockOutOf(error) !== null) setTold(true);
        throw error;
      }
    },
  };
}
