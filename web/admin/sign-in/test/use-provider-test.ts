import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { entryQuery, type LogEntry, prepareTest } from '../log/log-queries.ts';
import { providerQuery } from '../provider-queries.ts';

/** How long an answer is waited for; the test itself ends then, too. */
const waitMs = 10 * 60_000;

/** How a test that was begun in a window stands. */
export type TestState =
  | { readonly name: 'idle' }
  | { readonly name: 'blocked' }
  | { readonly name: 'failed'; readonly error: unknown }
  | { readonly name: 'waiting' }
  | { readonly name: 'stopped' }
  | { readonly name: 'done'; readonly entry: LogEntry };

interface Begun {
  readonly reference: string;
  readonly until: number;
}

/**
 * Tests a provider in a window of its own and follows the result. Whether that window was closed cannot be known: pages of
 * other sites are kept apart from ours, which looks the same.
 */
export function useProviderTest(providerId: string): { state: TestState; begin: () => void } {
  const queries = useQueryClient();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [trouble, setTrouble] = useState<TestState | null>(null);
  const query = useQuery({
    ...entryQuery(providerId, begun?.reference ?? ''),
    enabled: begun !== null,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      begun !== null && !state.data?.entry && Date.now() < begun.until ? 1000 : false,
  });
  const entry = begun ? query.data : null;
  const isDone = Boolean(entry);
  useEffect(() => {
    // It is on the provider now that it was tested.
    if (isDone) void queries.invalidateQueries({ queryKey: providerQuery(providerId).queryKey });
  }, [isDone, queries, providerId]);

  function begin() {
    setTrouble(null);
    setBegun(null);
    // Now, while the click counts: later the browser takes it for an advertisement.
    const popup = window.open('about:blank', '_blank', 'popup,width=560,height=760');
    if (!popup) {
      setTrouble({ name: 'blocked' });
      return;
    }
    prepareTest(providerId).then(
      ({ url, reference }) => {
        popup.location.replace(url);
        setBegun({ reference, until: Date.now() + waitMs });
      },
      (error: unknown) => {
        popup.close();
        setTrouble({ name: 'failed', error });
      },
    );
  }

  return { state: stateOf(), begin };

  function stateOf(): TestState {
    if (trouble) return trouble;
    if (!begun) return { name: 'idle' };
    if (entry) return { name: 'done', entry };
    // The entry is awaited no longer: its reference is not known any more.
    if (query.isError || Date.now() >= begun.until) return { name: 'stopped' };
    return { name: 'waiting' };
  }
}
