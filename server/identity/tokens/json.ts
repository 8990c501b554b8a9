import { type Static, Type } from '@fastify/type-provider-typebox';
import { maxTokenNameLength } from './make-token.ts';
import { maxLongestDays } from './policy.ts';
import { isAdministratorScope, type Scope, scopes } from './scopes.ts';
import type { ListedToken } from './store.ts';

const time = Type.String({ format: 'date-time' });
const timeOrNull = Type.Union([time, Type.Null()]);
const textOrNull = Type.Union([Type.String(), Type.Null()]);

/** A token as lists show it: never the token itself. */
export const tokenSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    scopes: Type.Array(Type.String()),
    createdAt: time,
    expiresAt: time,
    isExpired: Type.Boolean(),
    lastUsedAt: timeOrNull,
    lastAddress: textOrNull,
    owner: Type.Object({
      accountId: Type.String(),
      displayName: Type.String(),
      emailAddress: textOrNull,
      isServiceAccount: Type.Boolean(),
    }),
    madeBy: Type.Union([Type.String(), Type.Null()], {
      description: 'Who made it, where that is not the owner',
    }),
  },
  { title: 'ApiToken' },
);

/** What whoever makes a token sends. */
export const tokenWishSchema = Type.Object(
  {
    name: Type.String({ maxLength: maxTokenNameLength }),
    scopes: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 }),
    days: Type.Integer({ minimum: 1, maximum: maxLongestDays, description: 'How long it is to work' }),
  },
  { additionalProperties: false },
);

/** A token that was just made. */
export const madeTokenSchema = Type.Object({
  token: Type.String({ description: 'The token itself. It is told this once and kept nowhere' }),
  apiToken: tokenSchema,
});

/** What can be chosen for a new token. */
export const scopeChoiceSchema = Type.Object({
  scope: Type.String(),
  isAdministratorScope: Type.Boolean(),
});

export function tokenJson(token: ListedToken): Static<typeof tokenSchema> {
  const { displayName, accountId, email, isServiceAccount } = token.owner;
  return {
    id: token.id,
    name: token.name,
    scopes: [...token.scopes],
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    isExpired: token.expiresAt.getTime() <= Date.now(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    lastAddress: token.lastAddress,
    owner: { accountId, displayName, emailAddress: email, isServiceAccount },
    madeBy: token.madeBy,
  };
}

/** The scopes that an account can choose from. */
export function scopeChoices(isAdministrator: boolean): Static<typeof scopeChoiceSchema>[] {
  const choice = (scope: Scope) => ({ scope, isAdministratorScope: isAdministratorScope(scope) });
  return scopes.map(choice).filter((one) => isAdministrator || !one.isAdministratorScope);
}
