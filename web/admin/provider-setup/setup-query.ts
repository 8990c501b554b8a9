import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';

const path = '/rest/portico/1/provider-setup/{token}';
const testPath = `${path}/test/{reference}` as const;

function fetchSetup(token: string, signal: AbortSignal) {
  return answer(api.GET(path, { params: { path: { token } }, signal }));
}

/** What a set-up link shows. */
export type ProviderSetup = Awaited<ReturnType<typeof fetchSetup>>;

export function setupQuery(token: string) {
  return queryOptions({
    queryKey: ['provider-setup', token],
    queryFn: ({ signal }) => fetchSetup(token, signal),
    retry: false,
    staleTime: 0,
  });
}

/** Shows a set-up as an answer of the server has it. */
export function useShowSetup(token: string): (setup: ProviderSetup) => void {
  const queries = useQueryClient();
  return (setup) => queries.setQueryData(setupQuery(token).queryKey, setup);
}

type SetupInput = paths[typeof path]['put']['requestBody']['content']['application/json'];

/** Changes something of what a link was shown, and leaves the rest as it was; refused (409) when that is stale. */
export function fillIn(
  token: string,
  seen: ProviderSetup,
  changes: Omit<Partial<SetupInput>, 'version'>,
): Promise<ProviderSetup> {
  const { saml, oidc, oauth2, version } = seen;
  const body = {
    domains: seen.domainClaims.map(({ domain }) => domain),
    ...(saml && { saml }),
    ...(oidc && { oidc: asSent(oidc) }),
    ...(oauth2 && { oauth2: asSent(oauth2) }),
    ...changes,
    version,
  };
  return answer(api.PUT(path, { params: { path: { token } }, body }));
}

function asSent<Client extends { hasClientSecret: boolean }>({ hasClientSecret: _, ...client }: Client) {
  return client;
}

/** Looks for the record that proves a domain. */
export function verifyDomain(token: string, domain: string): Promise<ProviderSetup> {
  return answer(api.POST(`${path}/domain/{domain}/verify`, { params: { path: { token, domain } } }));
}

/** Says that all is filled in. */
export function submitSetup(token: string): Promise<ProviderSetup> {
  return answer(api.POST(`${path}/submit`, { params: { path: { token } } }));
}

/** Makes a test ready: the address to open in a window, and under which reference its result will be. */
export function beginTest(token: string): Promise<{ url: string; reference: string }> {
  return answer(api.POST(`${path}/test`, { params: { path: { token } } }));
}

function fetchTest(token: string, reference: string, signal: AbortSignal) {
  return answer(api.GET(testPath, { params: { path: { token, reference } }, signal }));
}

/** What came of a test. */
export type SetupTest = NonNullable<Awaited<ReturnType<typeof fetchTest>>['test']>;

/** The result of a test; null while it has not ended. */
export function testQuery(token: string, reference: string) {
  return queryOptions({
    queryKey: ['provider-setup', token, 'test', reference],
    queryFn: ({ signal }) => fetchTest(token, reference, signal),
    select: ({ test }) => test,
    retry: false,
  });
}
