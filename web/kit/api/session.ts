import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from './client.ts';

/** The one page where everybody signs in, customers and staff. */
export const signInPath = '/servicedesk/customer/user/login';

/** Where one lands after signing out at the identity provider, too. */
export const signedOutPath = '/servicedesk/customer/user/signed-out';

/** Where one sees where one is signed in. */
export const sessionsPath = '/servicedesk/customer/user/sessions';

/** Where one sees and changes one's own second factors. */
export const securityPath = '/servicedesk/customer/user/security';

/** Where one makes and revokes one's own API tokens. */
export const tokensPath = '/servicedesk/customer/user/tokens';

/** That page's address; from there one comes back to `destination` (a path of this site). */
export function signInUrl(destination: string): string {
  return `${signInPath}?destination=${encodeURIComponent(destination)}`;
}

/** The path to go to after signing in: only ever a path of this site, whatever the address bar said. */
export function safeDestination(wanted: string | null | undefined): string | null {
  if (!wanted?.startsWith('/')) return null;
  const base = 'http://site.invalid';
  let url: URL;
  try {
    url = new URL(wanted, base);
  } catch {
    return null;
  }
  if (url.origin !== base || /^\/(rest|sso|events|scim)(\/|$)/.test(url.pathname)) return null;
  if (url.pathname === signInPath || url.pathname === signedOutPath) return null;
  return url.pathname + url.search + url.hash;
}

async function fetchSession({ signal }: { signal: AbortSignal }) {
  const { account, ...about } = await answer(api.GET('/rest/portico/1/session', { signal }));
  return account && { ...account, ...about };
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: fetchSession,
  // a page is for one person: checkSession looks whether they are still signed in
  staleTime: Number.POSITIVE_INFINITY,
});

export const siteQuery = queryOptions({
  queryKey: ['site'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/site', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export type SessionAccount = NonNullable<Awaited<ReturnType<typeof fetchSession>>>;

/** Who is signed in; null when nobody is. mount has loaded it before anything is shown. */
export function useSession(): SessionAccount | null {
  return useQuery(sessionQuery).data ?? null;
}

/** Who is signed in, for pages behind `requireSession`. Throws when nobody is. */
export function useAccount(): SessionAccount {
  const account = useSession();
  if (!account) throw new Error('This page is shown to signed-in people only.');
  return account;
}

/** The portal that lives at this host; null where all of them do. */
export function useOwnPortal() {
  return useQuery(siteQuery).data?.portal ?? null;
}

/** The name that the site goes by; at the host of a portal, the portal's. */
export function useSiteName(): string {
  const site = useQuery(siteQuery).data;
  return site?.portal?.name ?? site?.siteName ?? 'Portico';
}

/** The largest file that can be attached, in bytes; undefined while it is not known. */
export function useMaxUploadBytes(): number | undefined {
  return useQuery(siteQuery).data?.maxUploadBytes;
}

/**
 * For a route's beforeLoad: who is signed in. Sends everybody else to the sign-in page, to come back to `destination`,
 * and then never resolves, as the page is being left.
 */
export async function requireSession(queries: QueryClient, destination: string): Promise<SessionAccount> {
  const account = await queries.ensureQueryData(sessionQuery);
  if (account) return account;
  window.location.replace(signInUrl(destination));
  return new Promise(() => {});
}

/**
 * Looks whether the person of this page is still signed in; if not (or somebody else is), starts the page afresh, which
 * leads to the sign-in page where one is needed. What was typed is kept in drafts.
 */
export async function checkSession(queries: QueryClient): Promise<void> {
  const known = queries.getQueryData(sessionQuery.queryKey);
  if (!known || isLeaving) return;
  const { account, ...about } = await answer(api.GET('/rest/portico/1/session'));
  if (isLeaving) return;
  if (!account || account.accountId !== known.accountId) {
    window.location.reload();
    return;
  }
  const current: SessionAccount = { ...account, ...about };
  queries.setQueryData(sessionQuery.queryKey, current);
}

/**
 * This page is signing out. That its session ends is no news then, and a fresh start of the page would stop the way to the
 * identity provider.
 */
let isLeaving = false;

/** Whether this page is on its way out, by signing out. */
export function isSigningOut(): boolean {
  return isLeaving;
}

/** Set in this tab once somebody has signed out: the sign-in page then sends nobody on without asking. */
export const signedOutKey = 'portico-signed-out';

/**
 * Ends the session. Starts afresh at the help center then, or goes on to the identity provider to sign out there, too.
 * @param everywhere at the identity provider, too, where `providerSignOut` says that this is possible
 */
export async function signOut({ everywhere = false }: { everywhere?: boolean } = {}): Promise<void> {
  isLeaving = true;
  let url: string | undefined;
  try {
    ({ url } = await answer(api.POST('/rest/portico/1/sign-out', { body: { everywhere } })));
  } catch (error) {
    isLeaving = false;
    throw error;
  }
  try {
    sessionStorage.setItem(signedOutKey, '1');
  } catch {
    // then the sign-in page may send the person on without asking
  }
  const here = everywhere ? `${signedOutPath}?problem=unavailable` : '/servicedesk/customer/portals';
  window.location.assign(url ?? here);
}
