import { type Static, Type } from '@fastify/type-provider-typebox';
import type { AccountSummary } from '../accounts/store.ts';

/** The signed-in account, as the web needs it. */
export const sessionAccountSchema = Type.Object(
  {
    accountId: Type.String(),
    displayName: Type.String(),
    emailAddress: Type.Union([Type.String(), Type.Null()]),
    isAdministrator: Type.Boolean(),
    isAgent: Type.Boolean({ description: 'Works at a desk, or administers Portico' }),
    locale: Type.Union([Type.String(), Type.Null()]),
    timeZone: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'SessionAccount' },
);

export function sessionAccountJson(
  account: Pick<AccountSummary, 'accountId' | 'displayName' | 'email' | 'isAdministrator' | 'timeZone'>,
  isAgent: boolean,
  locale: string | null,
): Static<typeof sessionAccountSchema> {
  return {
    accountId: account.accountId,
    displayName: account.displayName,
    emailAddress: account.email,
    isAdministrator: account.isAdministrator,
    isAgent,
    locale,
    timeZone: account.timeZone,
  };
}
