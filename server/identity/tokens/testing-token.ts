import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../testing.ts';
import type { Scope } from './scopes.ts';
import { addToken } from './store.ts';
import { newToken } from './token-text.ts';

/** What a token in a test is, beside working for a day. */
interface TestToken {
  readonly name?: string;
  readonly expiresAt?: Date;
}

/** Makes a token for an account (account.id), also one that nobody could make. */
export async function giveToken(
  { platform }: Pick<TestApp, 'platform'>,
  accountId: string,
  scopes: readonly Scope[],
  {
    name = `Token ${randomUUID().slice(0, 8)}`,
    expiresAt = new Date(Date.now() + 86_400_000),
  }: TestToken = {},
): Promise<{ id: string; token: string; name: string; bearer: { authorization: string } }> {
  const token = newToken();
  const row = { token, accountId, name, scopes, expiresAt, createdBy: accountId };
  const id = await addToken(platform.db, row);
  return { id, token, name, bearer: { authorization: `Bearer ${token}` } };
}

/** The header with which Jira's clients come. */
export function basic(userName: string, token: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${userName}:${token}`).toString('base64')}` };
}
