import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { networkOf } from '../../platform/http/client-address.ts';
import { Forbidden, TooManyTries, Unauthenticated } from '../../platform/http/errors.ts';
import { hit } from '../../platform/http/throttle.ts';
import type { Platform } from '../../platform/platform.ts';
import { normalizeEmail } from '../accounts/email.ts';
import { serviceUserName } from '../service-accounts/user-name.ts';
import type { Staff } from '../staff.ts';
import type { Viewer } from '../viewer.ts';
import { type Credentials, readAuthorization } from './credentials.ts';
import { mayHaveTokens } from './policy.ts';
import { isAdministration, needOfRoute } from './route-scopes.ts';
import { type FoundToken, findToken, noteAdminUse, noteUse } from './store.ts';
import { looksLikeToken } from './token-text.ts';

/** Wrong tokens within the window before further ones are answered 429. Right ones always get through: see docs/tokens.md. */
const wrongPerNetwork = 100;
const wrongPerAccount = 20;
const windowSeconds = 15 * 60;
/** The same refusal is put into the audit log once within this time. */
const refusalNotedSeconds = 3600;

/** Why a token was refused, as the audit log says it. */
type Code =
  | 'not_understood'
  | 'wrong_token'
  | 'expired'
  | 'customers_may_not'
  | 'scope_missing'
  | 'throttled';

/** Finds out who calls with an API token, and whether the token may do what is asked. */
export type TokenGate = (request: FastifyRequest, authorization: string) => Promise<Viewer>;

/**
 * Makes the one place where API tokens are checked. It takes Bearer, and Basic with e-mail address and token as Jira's
 * clients send it; opens no session and sets no cookie.
 *
 * The gate throws Unauthenticated (no valid token), Forbidden (the token may not do this), TooManyTries.
 */
export function createTokenGate({ db }: Platform, staff: Staff): TokenGate {
  return async (request, authorization) => {
    const given = readAuthorization(authorization);
    if (!given) {
      await refuse(db, request, 'not_understood', null, null);
      throw new Unauthenticated(
        'This Authorization is not understood here. Send an API token: as Bearer, or as Basic with your e-mail address and the token in place of a password.',
      );
    }
    const token = await tokenOf(db, given);
    if (!token) {
      await refuse(db, request, 'wrong_token', given.userName, null);
      throw new Unauthenticated(
        'The API token is not valid, or not for this user name. Check both; passwords are not taken here. Tokens are made in the account menu, under API tokens.',
      );
    }
    if (token.expiresAt.getTime() <= Date.now()) {
      await refuse(db, request, 'expired', given.userName, token);
      const day = token.expiresAt.toISOString().slice(0, 10);
      throw new Unauthenticated(`This API token expired on ${day}. Make a new one.`);
    }
    const { account } = token;
    const owner = { ...token, id: account.id, isAdministrator: account.isAdministrator };
    if (!(await mayHaveTokens(db, staff, owner))) {
      await refuse(db, request, 'customers_may_not', given.userName, token);
      throw new Forbidden('Customers may not use API tokens here. Ask your administrator.');
    }
    if (token.isUseNews) await noteUse(db, token.id, request.ip);
    await assertMay(db, request, token);
    return {
      id: account.id,
      accountId: account.accountId,
      displayName: account.displayName,
      email: account.email,
      isAdministrator: account.isAdministrator,
      locale: account.locale,
      timeZone: account.timeZone,
      sessionId: null,
      sessionProviderId: null,
      session: null,
      lacksFactor: token.lacksFactor,
      token: { id: token.id, name: token.name, scopes: token.scopes },
      impersonation: null,
    };
  };
}

/** The token that was given, if there is such a one and the user name, where there is one, is its owner's. */
async function tokenOf(db: Database, { token, userName }: Credentials): Promise<FoundToken | null> {
  if (!looksLikeToken(token)) return null;
  const found = await findToken(db, token);
  if (!found || userName === null) return found;
  const { accountId, email } = found.account;
  const isOwner =
    userName === accountId ||
    (email !== null && normalizeEmail(userName) === email) ||
    (found.isServiceAccount && userName.toLowerCase() === serviceUserName(accountId));
  return isOwner ? found : null;
}

/** @throws Forbidden unless the token has the scope that the route asks for */
async function assertMay(db: Database, request: FastifyRequest, token: FoundToken): Promise<void> {
  // What does not exist is answered so to everybody.
  if (request.is404) return;
  const need = needOfRoute(request.method, request.routeOptions.url ?? '');
  if (need === 'any') return;
  if (need === undefined || need === 'none') {
    throw new Forbidden('An API token cannot do this. Sign in with a browser.');
  }
  if (!token.scopes.includes(need)) {
    await noteRefusal(db, request, 'scope_missing', token.id, {
      token,
      after: { scope: need },
    });
    throw new Forbidden(`This API token lacks the scope ${need}. Make one that has it.`);
  }
  if (!isAdministration(need) || !token.account.isAdministrator || !token.isAdminUseNews) return;
  await inTransaction(db, async (trx) => {
    if (!(await noteAdminUse(trx, token.id))) return;
    await recordAudit(trx, {
      actor: { accountId: token.account.id, name: token.account.displayName, address: request.ip },
      action: 'api-token.administration',
      objectType: 'api-token',
      objectId: token.id,
      objectName: token.name,
      after: { scope: need, route: `${request.method} ${request.routeOptions.url}` },
    });
  });
}

/**
 * Counts a refused token, per network and per account, and puts it into the audit log once an hour.
 * @param userName as it was typed: kept only when it is an e-mail address, as it might be anything, also a token
 * @throws TooManyTries
 */
async function refuse(
  db: Database,
  request: FastifyRequest,
  code: Code,
  userName: string | null,
  token: FoundToken | null,
): Promise<void> {
  const network = networkOf(request.ip);
  const email = userName === null ? null : normalizeEmail(userName);
  const about = token?.account.accountId ?? email ?? 'nobody';
  try {
    await hit(db, `api-token:network:${network}`, wrongPerNetwork, windowSeconds);
    if (about !== 'nobody') await hit(db, `api-token:account:${about}`, wrongPerAccount, windowSeconds);
  } catch (error) {
    if (error instanceof TooManyTries) await noteRefusal(db, request, 'throttled', network, { token, email });
    throw error;
  }
  await noteRefusal(db, request, code, `${network}:${about}`, { token, email });
}

async function noteRefusal(
  db: Database,
  request: FastifyRequest,
  code: Code,
  key: string,
  {
    token,
    email = null,
    after = {},
  }: {
    readonly token: FoundToken | null;
    readonly email?: string | null;
    readonly after?: Record<string, unknown>;
  },
): Promise<void> {
  try {
    await hit(db, `api-token:noted:${code}:${key}`, 1, refusalNotedSeconds);
  } catch (error) {
    if (error instanceof TooManyTries) return;
    throw error;
  }
  await recordAudit(db, {
    actor: {
      accountId: token?.account.id ?? null,
      name: token?.account.displayName ?? null,
      address: request.ip,
    },
    action: 'api-token.refused',
    objectType: 'api-token',
    objectId: token?.id ?? null,
    objectName: token?.name ?? email,
    after: { code, ...after },
  });
}
