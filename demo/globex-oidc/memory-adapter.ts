import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What a grant gave and loses with it; sessions and interactions name grants as well, and stay. */
const givenByGrant = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);

interface Stored {
  readonly model: string;
  readonly payload: AdapterPayload;
  readonly endsAt: number;
}

/**
 * Where oidc-provider keeps sessions, codes and tokens: in memory, so that a restart means signing in again. Clients
 * come from `findClient`, since they are known only after the provider runs.
 * @returns the factory that oidc-provider calls once per model
 */
export function createMemoryAdapter(
  findClient: (clientId: string) => AdapterPayload | undefined,
): (model: string) => Adapter {
  const stored = new Map<string, Stored>();

  const live = (key: string): AdapterPayload | undefined => {
    const found = stored.get(key);
    return found && found.endsAt > Date.now() ? found.payload : undefined;
  };
  const sweep = () => {
    for (const [key, { endsAt }] of stored) if (endsAt <= Date.now()) stored.delete(key);
  };
  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresInSeconds) {
        sweep();
        const endsAt = expiresInSeconds ? Date.now() + expiresInSeconds * 1000 : Number.POSITIVE_INFINITY;
        stored.set(keyOf(id), { model, payload, endsAt });
      },
      async find(id) {
        return model === 'Client' ? findClient(id) : live(keyOf(id));
      },
      async findByUid(uid) {
        for (const { model: kind, payload, endsAt } of stored.values()) {
          if (kind === model && payload.uid === uid && endsAt > Date.now()) return payload;
        }
        return undefined;
      },
      // User codes belong to the device flow, which is off.
      async findByUserCode() {
        return undefined;
      },
      async consume(id) {
        const found = stored.get(keyOf(id));
        if (found) found.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        stored.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { model: kind, payload }] of stored) {
          if (givenByGrant.has(kind) && payload.grantId === grantId) stored.delete(key);
        }
      },
    };
  };
}
