import { useQueryClient } from '@tanstack/react-query';
import { type Provider, providerQuery } from '../provider-queries.ts';

/** Shows a provider as it is now: as it was given, or with null as the server has it. */
export function useRefreshProvider(): (provider: Provider | null, id?: string) => void {
  const queries = useQueryClient();
  return (provider, id = provider?.id ?? '') => {
    if (provider) queries.setQueryData(providerQuery(provider.id).queryKey, provider);
    else void queries.invalidateQueries({ queryKey: providerQuery(id).queryKey });
  };
}
