/**
 * Who is this? Accounts, sessions, identity providers and the ways to sign in. Other rooms come in through this file only.
 */

import type { Database } from '../platform/database/database.ts';
import type { App } from '../platform/http/app-types.ts';
import type { Platform } from '../platform/platform.ts';
import { isSessionOpen } from './sessions/sessions.ts';
import type { SignInHook } from './sign-in/assertion.ts';
import { createStaff, type StaffRule } from './staff.ts';
import { decorateRequestsWithViewer } from './viewer.ts';

export { createAccount, type NewAccount } from './accounts/accounts.ts';
export { domainOf, normalizeDomain, normalizeEmail } from './accounts/email.ts';
export { type JiraUserOptions, jiraUserJson, jiraUserSchema, userJson, userSchema } from './accounts/json.ts';
export {
  type AccountSummary,
  accountByAccountId,
  accountByEmail,
  accountsByAccountIds,
  accountsByIds,
} from './accounts/store.ts';
export { type NewSession, startSession } from './sessions/sessions.ts';
export type { Assertion, ProviderSignIn, SignInHook } from './sign-in/assertion.ts';
export type { StaffRule } from './staff.ts';
export { actorOf, requireAdministrator, requireViewer, type Viewer } from './viewer.ts';

/** What identity offers to the rooms to its right. */
export interface Identity {
  /** Runs at every sign-in through a provider, in its transaction, after account and identity exist. */
  onSignIn(hook: SignInHook): void;
  /** Names who works here (agents). Administrators are staff by themselves. */
  addStaffRule(rule: StaffRule): void;
  /** Whether the account (account.id) is an administrator or an agent of any desk. */
  isStaff(db: Database, accountId: string): Promise<boolean>;
  /** Those of the accounts (account.id) who are. */
  staffAmong(db: Database, accountIds: readonly string[]): Promise<Set<string>>;
}

/** Adds the room to the app. Call it after `registerHttp` and before every other room. */
export async function registerIdentity(app: App, platform: Platform): Promise<Identity> {
  const hooks: SignInHook[] = [];
  const staff = createStaff();
  decorateRequestsWithViewer(app, platform);
  platform.events.setSessionCheck((listener) =>
    isSessionOpen(platform.db, listener.sessionId, platform.config),
  );
  return {
    onSignIn: (hook) => {
      hooks.push(hook);
    },
    addStaffRule: staff.addRule,
    isStaff: async (db, accountId) => (await staff.among(db, [accountId])).has(accountId),
    staffAmong: staff.among,
  };
}
