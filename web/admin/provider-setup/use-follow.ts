import { useEffect } from 'react';
import type { ProviderSetup } from './setup-query.ts';

/** Brings a form that nobody has typed in to what is saved by now. One that was typed in is left alone. */
export function useFollow(
  setup: ProviderSetup,
  seen: ProviderSetup,
  isUntouched: boolean,
  follow: (newest: ProviderSetup) => void,
): void {
  useEffect(() => {
    if (isUntouched && setup.version > seen.version) follow(setup);
  });
}
