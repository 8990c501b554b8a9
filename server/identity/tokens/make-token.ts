import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { cleanDisplayName } from '../accounts/accounts.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { tokenPolicy } from './policy.ts';
import { isAdministratorScope, isScope, type Scope } from './scopes.ts';
import { addToken, type ListedToken, removeToken, tokenOf } from './store.ts';
import { newToken } from './token-text.ts';

/** Longest name of a token, in characters. */
export const maxTokenNameLength = 100;
/** More than anybody can keep apart. */
const mostTokens = 50;
const dayMs = 86_400_000;

/** What whoever makes a token says of it. */
export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly string[];
  /** how long it is to work, in days */
  readonly days: number;
}

/** Who makes a token, and whether in a session with a second factor. */
type TokenMaker = AuditActor & { readonly accountId: string; readonly hasFactor: boolean };

/**
 * Makes a token for an account. Whoever calls it has made sure that the account may have tokens.
 *
 * @returns the token itself, which is kept nowhere, and how it is listed
 * @throws Invalid naming `name`, `scopes` or `days`; Conflict when there are too many
 */
export async function makeToken(
  trx: Database,
  owner: AccountSummary,
  wish: TokenWish,
  { hasFactor, ...actor }: TokenMaker,
): Promise<{ token: string; listed: ListedToken }> {
  const { name, scopes } = await checkWish(trx, owner, wish);
  // Two at once must not both be the last.
  await trx.selectFrom('account').select('id').where('id', '=', owner.id).forUpdate().execute();
  const { count } = await trx
    .selectFrom('api_token')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('account_id', '=', owner.id)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostTokens) {
    throw new Conflict(`There are ${mostTokens} API tokens already. Revoke those that are not needed.`);
  }
  const token = newToken();
  const expiresAt = new Date(Date.now() + wish.days * dayMs);
  const id = await addToken(trx, {
    token,
    accountId: owner.id,
    name,
    scopes,
    expiresAt,
    createdBy: actor.accountId,
    hasFactor,
  });
  await recordAudit(trx, {
    actor,
    action: 'api-token.created',
    objectType: 'api-token',
    objectId: id,
    objectName: name,
    after: { accountId: owner.accountId, scopes, expiresAt: expiresAt.toISOString() },
  });
  const listed = await tokenOf(trx, owner.id, id);
  if (!listed) throw new Error('The token was not kept');
  return { token, listed };
}

async function checkWish(
  db: Database,
  owner: AccountSummary,
  wish: TokenWish,
): Promise<{ name: string; scopes: Scope[] }> {
  const { longestDays } = await tokenPolicy(db);
  const errors: Record<string, string> = {};
  const name = cleanDisplayName(wish.name).slice(0, maxTokenNameLength);
  if (name === '') errors['name'] = 'Say what the token is for, such as the program that will use it.';
  const scopes = [...new Set(wish.scopes)].filter(isScope);
  if (scopes.length < new Set(wish.scopes).size) {
    errors['scopes'] = 'One of these is not known here. Load the page again.';
  } else if (scopes.length === 0) {
    errors['scopes'] = 'Choose at least one thing that the token may do.';
  } else if (!owner.isAdministrator && scopes.some(isAdministratorScope)) {
    errors['scopes'] =
      `Only administrators have ${scopes.filter(isAdministratorScope).join(', ')}. Leave it out.`;
  }
  if (wish.days > longestDays) {
    errors['days'] = `Tokens live ${longestDays} days at most here. Choose fewer.`;
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return { name, scopes };
}

/**
 * Ends a token of an account (account.id) at once, in every process.
 * @throws NotFound when the account has no such token
 */
export async function revokeToken(
  trx: Database,
  accountId: string,
  tokenId: string,
  actor: AuditActor,
): Promise<void> {
  const token = await tokenOf(trx, accountId, tokenId);
  if (!token) throw new NotFound('There is no such API token. It may have been revoked already.');
  await removeToken(trx, token.id);
  await recordAudit(trx, {
    actor,
    action: 'api-token.revoked',
    objectType: 'api-token',
    objectId: token.id,
    objectName: token.name,
    before: {
      accountId: token.owner.accountId,
      scopes: token.scopes,
      expiresAt: token.expiresAt.toISOString(),
    },
  });
}
