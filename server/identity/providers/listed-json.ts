import { type Static, Type } from '@fastify/type-provider-typebox';
import { providerJson, providerSchema } from './json.ts';
import type { Provider } from './store.ts';
import type { ProviderUsage } from './usage.ts';

/** An identity provider in the list, with how much it is used. */
export const listedProviderSchema = Type.Object(
  {
    ...providerSchema.properties,
    people: Type.Integer({ description: 'Accounts that have signed in through it at least once' }),
    lastSignInAt: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'ListedIdentityProvider' },
);

/** Shows a provider in the list; absent usage: nobody has signed in through it. */
export function listedProviderJson(
  provider: Provider,
  usage: ProviderUsage | undefined,
  url: URL,
): Static<typeof listedProviderSchema> {
  return {
    ...providerJson(provider, url),
    people: usage?.people ?? 0,
    lastSignInAt: usage?.lastSignInAt?.toISOString() ?? null,
  };
}
