import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { beginTest, type ProviderSetup, type SetupTest, setupQuery, testQuery } from './setup-query.ts';
import { useLookAgain } from './use-look-again.ts';

/** How long an answer is waited for; the test itself ends then, too. */
const waitMs = 10 * 60_000;

/** How the test of a set-up stands. */
export type TestState =
  | { readonly name: 'idle' }
  | { readonly name: 'blocked' }
  | { readonly name: 'failed'; readonly error: unknown }
  | { readonly name: 'waiting' }
  | { readonly name: 'stopped' }
  | { readonly name: 'done'; readonly test: SetupTest };

interface Begun {
  readonly reference: string;
  readonly until: number;
  /** by this page, not before it was loaded */
  readonly isHere: boolean;
}

/** Tests the company's provider in a window of its own and follows the result; begins with that of the last test. */
export function useSetupTest(token: string, setup: ProviderSetup): { state: TestState; begin: () => void } {
  const queries = useQueryClient();
  const lookAgain = useLookAgain(token);
  const [begun, setBegun] = useState<Begun | null>(() => {
    const reference = setup.lastTest?.reference;
    return reference === undefined ? null : { reference, until: Date.now() + waitMs, isHere: false };
  });
  const [trouble, setTrouble] = useState<TestState | null>(null);
  const query = useQuery({
    ...testQuery(token, begun?.reference ?? ''),
    enabled: begun !== null,
    refetchInterval: ({ state }) =>
      begun !== null && !state.error && !state.data?.test && Date.now() < begun.until ? 2000 : false,
  });
  const test = begun ? query.data : null;
  const isNew = Boolean(test) && begun?.isHere === true;
  useEffect(() => {
    if (isNew) void queries.invalidateQueries({ queryKey: setupQuery(token).queryKey, exact: true });
  }, [isNew, queries, token]);

  function begin() {
    setTrouble(null);
    setBegun(null);
    // Now, while the click counts: later the browser takes it for an advertisement.
    const popup = window.open('about:blank', '_blank', 'popup,width=560,height=760');
    if (!popup) {
      setTrouble({ name: 'blocked' });
      return;
    }
    beginTest(token).then(
      ({ url, reference }) => {
        popup.location.replace(url);
        setBegun({ reference, until: Date.now() + waitMs, isHere: true });
      },
      (error: unknown) => {
        popup.close();
        lookAgain(error);
        setTrouble({ name: 'failed', error });
      },
    );
  }

  return { state: stateOf(), begin };

  function stateOf(): TestState {
    if (trouble) return trouble;
    if (!begun) return { name: 'idle' };
    if (test) return { name: 'done', test };
    const isOver = query.isError || Date.now() >= begun.until;
    if (isOver) return { name: begun.isHere ? 'stopped' : 'idle' };
    return { name: query.data === null || begun.isHere ? 'waiting' : 'idle' };
  }
}
