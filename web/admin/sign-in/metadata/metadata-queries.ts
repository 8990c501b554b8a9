import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../kit/api/client.ts';
import type { paths } from '../../../kit/api/schema.d.ts';
import { providerQuery } from '../provider-queries.ts';

const path = '/rest/portico/1/identity-provider/{id}/metadata';

type Answer<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** How the metadata of a provider stands. */
export type MetadataState = Answer<typeof path, 'get'>;
/** What metadata would change of a provider, or has changed. */
export type ImportResult = Answer<typeof path, 'post'>;
export type MetadataChanges = ImportResult['changes'];
export type Certificate = MetadataState['certificates'][number];
export type KeptMetadata = MetadataState['history'][number];
export type ProviderKey = Answer<'/rest/portico/1/identity-provider/{id}/key', 'get'>['keys'][number];
export type ProviderWarning = Answer<'/rest/portico/1/identity-provider-warnings', 'get'>['values'][number];

/** What is imported: one of xml and url. */
export type ImportInput = Omit<
  paths[typeof path]['post']['requestBody']['content']['application/json'],
  'apply'
>;

export function metadataQuery(id: string) {
  return queryOptions({
    queryKey: ['identity-provider', id, 'metadata'],
    queryFn: ({ signal }) => answer(api.GET(path, { params: { path: { id } }, signal })),
    staleTime: 0,
  });
}

/** Our own keys at a provider; the first is made when it is asked for. */
export function keysQuery(id: string) {
  return queryOptions({
    queryKey: ['identity-provider', id, 'keys'],
    queryFn: ({ signal }) =>
      answer(api.GET('/rest/portico/1/identity-provider/{id}/key', { params: { path: { id } }, signal })),
    select: ({ keys }) => keys,
  });
}

/** What must be seen to at the enabled providers, the most urgent first. */
export const warningsQuery = queryOptions({
  queryKey: ['identity-provider-warnings'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/identity-provider-warnings', { signal })),
  select: ({ values }) => values,
  staleTime: 0,
});

/** Shows what metadata would change, or applies it. */
export function importMetadata(id: string, input: ImportInput, apply: boolean): Promise<ImportResult> {
  return answer(api.POST(path, { params: { path: { id } }, body: { ...input, apply } }));
}

export function refreshMetadata(id: string) {
  return answer(
    api.POST('/rest/portico/1/identity-provider/{id}/metadata/refresh', { params: { path: { id } } }),
  );
}

/** Applies what waits, or goes back to what was. */
export function applyMetadata(id: string, metadataId: string): Promise<MetadataState> {
  return answer(
    api.POST('/rest/portico/1/identity-provider/{id}/metadata/{metadataId}/apply', {
      params: { path: { id, metadataId } },
      body: {},
    }),
  );
}

export function dismissMetadata(id: string, metadataId: string): Promise<MetadataState> {
  return answer(
    api.POST('/rest/portico/1/identity-provider/{id}/metadata/{metadataId}/dismiss', {
      params: { path: { id, metadataId } },
    }),
  );
}

/** Takes a certificate out of force now that would stay beside the new ones for a while. */
export function endRetiringCertificate(id: string, fingerprint: string): Promise<MetadataState> {
  return answer(
    api.POST('/rest/portico/1/identity-provider/{id}/metadata/retiring/{fingerprint}/end', {
      params: { path: { id, fingerprint } },
    }),
  );
}

export function rotateKey(id: string) {
  return answer(api.POST('/rest/portico/1/identity-provider/{id}/key/rotate', { params: { path: { id } } }));
}

export function activateKey(id: string) {
  return answer(
    api.POST('/rest/portico/1/identity-provider/{id}/key/activate', { params: { path: { id } } }),
  );
}

export function dropPreviousKey(id: string) {
  return answer(
    api.DELETE('/rest/portico/1/identity-provider/{id}/key/previous', { params: { path: { id } } }),
  );
}

/** Has everything that shows the provider read anew. */
export async function readAnew(queries: QueryClient, id: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: providerQuery(id).queryKey }),
    queries.invalidateQueries({ queryKey: ['identity-providers'] }),
    queries.invalidateQueries({ queryKey: warningsQuery.queryKey }),
  ]);
}
