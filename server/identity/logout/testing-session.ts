import { hashToken } from '../../platform/crypto/tokens.ts';
import type { TestApp } from '../../testing.ts';

/** Gives the session of a Cookie header the name that its provider has for it. */
export async function addSessionIndex(
  { platform }: TestApp,
  cookie: string,
  providerSession: string,
): Promise<void> {
  const token = /portico_session=([\w-]+)/.exec(cookie)?.[1] ?? '';
  await platform.db
    .updateTable('session')
    .set({ provider_session: providerSession })
    .where('token_hash', '=', hashToken(token))
    .execute();
}
