import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';

/** Who needs a second factor, and which there are. */
export const policyQuery = queryOptions({
  queryKey: ['second-factor-policy'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/second-factor-policy', { signal })),
  staleTime: 0,
});

export type FactorPolicy = Awaited<ReturnType<NonNullable<(typeof policyQuery)['queryFn']>>>;
export type FactorRule = FactorPolicy['policies'][number];
export type FactorScope = FactorRule['scope'];

type RuleInput =
  paths['/rest/portico/1/second-factor-policy']['put']['requestBody']['content']['application/json'];

/** Decides for one scope; a requirement of null takes the rule back. */
export function saveRule(body: RuleInput): Promise<FactorPolicy> {
  return answer(api.PUT('/rest/portico/1/second-factor-policy', { body }));
}

/** Changes which second factors there are. */
export function saveFactorSettings(body: FactorPolicy['settings']): Promise<FactorPolicy> {
  return answer(api.PUT('/rest/portico/1/second-factor-policy/settings', { body }));
}

/** Whether the acting administrator has a second factor. */
export const ownFactorsQuery = queryOptions({
  queryKey: ['own-second-factors'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/second-factor', { signal })),
  staleTime: 0,
});
