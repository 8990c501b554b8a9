import './styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, CatchBoundary, RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { AccentProvider } from './accent.tsx';
import { ApiError } from './api/api-error.ts';
import { onSignedOut } from './api/client.ts';
import { sessionQuery, signInUrl, siteQuery } from './api/session.ts';
import { CrashPage } from './components/states.tsx';
import { startI18n } from './i18n/i18n.ts';
import type { EntryStrings } from './i18n/translation.ts';
import { LiveProvider } from './live/live-context.tsx';
import { focusAfterNavigation } from './page-focus.ts';
import { cssVariables, themeFor } from './theme.ts';

/** What an entry gives to `mount`. */
export interface Entry {
  readonly strings: EntryStrings;
  /** Makes the router; its routes' loaders may use the query client. */
  readonly router: (queries: QueryClient) => AnyRouter;
}

/** The nonce under which this response's content security policy allows style elements. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // a refusal stays a refusal; only a server in trouble is asked again
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
      },
    },
  });
}

function App({ router, queries }: { router: AnyRouter; queries: QueryClient }) {
  return (
    <QueryClientProvider client={queries}>
      <AccentProvider>
        {(accent) => (
          <Themed accent={accent}>
            <CatchBoundary
              getResetKey={() => 0}
              errorComponent={CrashPage}
              onCatch={(error) => reportError(error)}
            >
              <LiveProvider>
                <RouterProvider router={router} />
              </LiveProvider>
            </CatchBoundary>
          </Themed>
        )}
      </AccentProvider>
    </QueryClientProvider>
  );
}

function Themed({ accent, children }: { accent: string; children: React.ReactNode }) {
  const theme = useMemo(() => themeFor(accent), [accent]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
    >
      {children}
    </MantineProvider>
  );
}

/**
 * Starts an entry in the page: session, language, theme, live updates, router. Everything is shown in the language and
 * zone of who is signed in.
 */
export async function mount({ strings, router: createEntryRouter }: Entry): Promise<void> {
  // react-remove-scroll's stylesheet asks for its nonce under this name
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
  const queries = createQueries();
  let isLeaving = false;
  onSignedOut(() => {
    queries.setQueryData(sessionQuery.queryKey, null);
    if (isLeaving || window.location.pathname === '/servicedesk/customer/user/login') return;
    isLeaving = true;
    window.location.assign(signInUrl(window.location.pathname + window.location.search));
  });
  const [session] = await Promise.all([
    queries.fetchQuery(sessionQuery).catch(() => null),
    queries.prefetchQuery(siteQuery),
  ]);
  await startI18n(strings, session?.locale ?? null);
  const router = createEntryRouter(queries);
  focusAfterNavigation(router);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App router={router} queries={queries} />);
}
