import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiError } from '../../kit/api/api-error.ts';
import { type ProviderSetup, setupQuery } from './setup-query.ts';
import { useLookAgain } from './use-look-again.ts';

/** Whether somebody else saved what a form began with, in another version. */
export interface Stale {
  readonly isStale: boolean;
  /** Looks at a refusal; true: it is one for a stale version, and dealt with here. */
  take(error: ApiError): boolean;
  /** what is saved now */
  newest(): Promise<ProviderSetup>;
}

export function useStale(token: string, seen: ProviderSetup): Stale {
  const queries = useQueryClient();
  const lookAgain = useLookAgain(token);
  const [staleVersion, setStaleVersion] = useState<number | null>(null);
  return {
    isStale: staleVersion === seen.version,
    take(error) {
      // Ended, or in use by now: the page shows that in place of the form.
      lookAgain(error);
      const isStale = error.status === 409 && Object.keys(error.errors).length === 0;
      if (isStale) setStaleVersion(seen.version);
      return isStale;
    },
    newest: () => queries.fetchQuery(setupQuery(token)),
  };
}
