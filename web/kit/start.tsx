import './styles.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, CatchBoundary, RouterProvider } from '@tanstack/react-router';
import { type ComponentType, Fragment, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { setOwnAccent } from './accent.ts';
import { ApiError } from './api/api-error.ts';
import { onSignedOut } from './api/client.ts';
import { seenAs } from './api/seen-as.ts';
import { checkSession, isSigningOut, sessionQuery, signInPath, signInUrl, siteQuery } from './api/session.ts';
import { onConfirmNeeded } from './api/step-up.ts';
import { followColorScheme } from './color-scheme.ts';
import { CrashPage } from './components/states.tsx';
import { startI18n } from './i18n/i18n.ts';
import type { EntryStrings } from './i18n/translation.ts';
import { LiveProvider } from './live/live-context.tsx';
import { focusAfterNavigation } from './page-focus.ts';

/** What an entry is made of. */
export interface Entry {
  readonly strings: EntryStrings;
  /** Makes the router; its routes' loaders may use the query client. */
  readonly router: (queries: QueryClient) => AnyRouter;
  /** Stands around everything that is shown. */
  readonly shell?: ComponentType<{ children: ReactNode }>;
}

/** Coming back to the window looks after the session, but not more often than this, in milliseconds. */
const sessionCheckPauseMs = 60_000;

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        // a refusal stays a refusal; only a server in trouble is asked again
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
      },
      // without a network it says so at once, rather than wait for one in silence
      mutations: { networkMode: 'always' },
    },
  });
}

/**
 * Starts an entry in the page: session, language, live updates, router. Everything is shown in the language and zone of
 * who is signed in.
 */
export async function start(entry: Entry): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no place to be shown in');
  try {
    await show(root, entry);
  } catch (error) {
    // not even the words to say it in could be loaded
    root.textContent = 'This page could not be loaded. Check your connection and reload it.';
    reportError(error);
  }
}

async function show(
  root: HTMLElement,
  { strings, router: createEntryRouter, shell: Shell = Fragment }: Entry,
): Promise<void> {
  followColorScheme();
  // never a page of somebody else without the banner over it
  if (seenAs !== null && !(await (await import('./seen-as/begin.tsx')).beginSeenAs(root, seenAs))) return;
  const queries = createQueries();
  let isLeaving = false;
  let lastCheck = Date.now();
  onSignedOut(() => {
    // its own sign-in is none of a page of somebody else
    if (seenAs !== null || isLeaving || isSigningOut() || window.location.pathname === signInPath) return;
    isLeaving = true;
    window.location.assign(signInUrl(window.location.pathname + window.location.search));
  });
  onConfirmNeeded(async () => (await import('./confirm/ask-to-confirm.tsx')).askToConfirm());
  window.addEventListener('focus', () => {
    if (Date.now() - lastCheck < sessionCheckPauseMs) return;
    lastCheck = Date.now();
    void checkSession(queries).catch(() => null);
  });
  const session = queries.fetchQuery(sessionQuery).catch(() => null);
  const locale = session.then((account) => account?.locale ?? null);
  await Promise.all([startI18n(strings, locale), queries.prefetchQuery(siteQuery)]);
  const own = queries.getQueryData(siteQuery.queryKey)?.portal;
  if (own) setOwnAccent(own.accentColor);
  const router = createEntryRouter(queries);
  focusAfterNavigation(router);
  createRoot(root).render(
    <Shell>
      <QueryClientProvider client={queries}>
        <CatchBoundary
          getResetKey={() => 0}
          errorComponent={CrashPage}
          onCatch={(error) => reportError(error)}
        >
          <LiveProvider>
            <RouterProvider router={router} />
          </LiveProvider>
        </CatchBoundary>
      </QueryClientProvider>
    </Shell>,
  );
}
