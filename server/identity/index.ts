/**
 * Who is this? Accounts, sessions, identity providers and the ways to sign in. Other rooms come in through this file only.
 */

import type { Database } from '../platform/database/database.ts';
import type { App } from '../platform/http/app-types.ts';
import type { Platform } from '../platform/platform.ts';
import { addAccountLinkRoutes } from './account-link/routes.ts';
import { type BulkAct, ownBulkActs } from './accounts/bulk/acts.ts';
import { addBulkRoutes } from './accounts/bulk/routes.ts';
import { addJiraUserRoutes } from './accounts/jira-routes.ts';
import { addJiraUserSearchRoutes } from './accounts/jira-search-routes.ts';
import { addAccountRoutes } from './accounts/routes.ts';
import { addAuditRoutes } from './audit-log/routes.ts';
import { recheckDomains } from './domains/recheck.ts';
import { addDomainRoutes } from './domains/routes.ts';
import { addJiraGroupChangeRoutes } from './groups/jira-change-routes.ts';
import { addJiraGroupRoutes } from './groups/jira-routes.ts';
import { addGroupRoutes } from './groups/routes.ts';
import { addImpersonationRoutes } from './impersonation/routes.ts';
import { isImpersonationOpen } from './impersonation/see-as.ts';
import type { InvitationRule, JoinHook, LocalAccountsRoom } from './local-accounts/room.ts';
import { addLocalAccountRoutes } from './local-accounts/routes.ts';
import { addLogoutRoutes } from './logout/routes.ts';
import { addOidcRoutes } from './oidc/routes.ts';
import { addHandOverRoutes } from './portal-domains/hand-over-routes.ts';
import { registerPortalDomains } from './portal-domains/register.ts';
import { addPortalMailRoutes } from './portal-mail/routes.ts';
import { addPortalSignInRoutes } from './portal-sign-in/routes.ts';
import { addProviderKeyRoutes } from './provider-keys/routes.ts';
import { addLogoRoutes } from './providers/logo-routes.ts';
import { addProviderOrderRoutes } from './providers/order-routes.ts';
import { addProviderRoutes } from './providers/routes.ts';
import type { RightsSource } from './roles/rights.ts';
import { addRoleRoutes } from './roles/routes.ts';
import { addSamlRoutes } from './saml/routes.ts';
import { addMetadataRoutes } from './saml-metadata/routes.ts';
import type { FactorScopes } from './second-factor/requirement.ts';
import { addSecondFactorRoutes } from './second-factor/routes.ts';
import { addServiceAccountRoutes } from './service-accounts/routes.ts';
import { addSessionRoutes } from './sessions/routes.ts';
import { isSessionOpen } from './sessions/sessions.ts';
import { sweepExpired } from './sessions/sweep.ts';
import { addSetupRoutes } from './setup/routes.ts';
import { addProviderSetupRoutes } from './setup-links/outsider-routes.ts';
import { addSetupLinkRoutes } from './setup-links/routes.ts';
import { addSetupTestRoutes } from './setup-links/test-routes.ts';
import type { SignInHook } from './sign-in/assertion.ts';
import type { SignInPreview, SignInRoom } from './sign-in/complete.ts';
import { addDiscoverRoutes } from './sign-in/discover-routes.ts';
import { addSignInRoutes } from './sign-in/routes.ts';
import { createStaff, type ServingRule, type StaffRule } from './staff.ts';
import { isTokenOpen } from './tokens/policy.ts';
import { registerTokens } from './tokens/register.ts';
import { addTraceRoutes } from './traces/routes.ts';
import { sweepTraces } from './traces/store.ts';
import { decorateRequestsWithViewer } from './viewer.ts';

export { createAccount } from './accounts/accounts.ts';
export { domainOf, normalizeDomain } from './accounts/email.ts';
export { jiraUserJson, jiraUserSchema, userJson, userSchema } from './accounts/json.ts';
export { setPassword } from './accounts/passwords.ts';
export { signInStatesOf } from './accounts/sign-in-state.ts';
export {
  type AccountSummary,
  accountByAccountId,
  accountByEmail,
  accountsByAccountIds,
  accountsByIds,
  listCandidates,
} from './accounts/store.ts';
export { lastProviderOf, noteOpened } from './impersonation/store.ts';
export { changeSignUpPolicy } from './local-accounts/policy.ts';
export type { JoinedAccount } from './local-accounts/room.ts';
export { portalAddress } from './portal-domains/store.ts';
export { portalsClosedTo, portalsForProvidersOnly, providerServesPortal } from './portal-sign-in/serving.ts';
export { oidcAddresses, samlAddresses } from './providers/addresses.ts';
export { isConsumerDomain } from './providers/consumer-domains.ts';
export { vouchForDomain } from './providers/domains.ts';
export { inputOfProvider, type ProviderInput } from './providers/json.ts';
export { changeProvider, createProvider, removeProvider } from './providers/providers.ts';
export { allProviders, type Provider } from './providers/store.ts';
export { grantedRights, type Right } from './roles/rights.ts';
export { grantRole, revokeRole } from './roles/store.ts';
export { requireRecentAdministrator } from './second-factor/confirm.ts';
export {
  lacksFactorOn,
  noteAskedOnUse,
  portalsWantingFactor,
  requiresFactorOn,
  type SessionWithoutFactor,
} from './second-factor/on-use.ts';
export { startSession, tightenSession } from './sessions/sessions.ts';
export { createSetupLink } from './setup/setup.ts';
export type { ProviderSignIn } from './sign-in/assertion.ts';
export { actorOf, requireAdministrator, requireViewer, type Viewer } from './viewer.ts';

/** What identity offers to the rooms to its right. */
export interface Identity {
  /** Runs at every sign-in through a provider, in its transaction, after account and identity exist. */
  onSignIn(hook: SignInHook): void;
  /** Tells administrators what an account has here, when they test a provider or replay a sign-in. */
  onPreview(preview: SignInPreview): void;
  /** Runs when somebody has made an account with a password, by sign-up or invitation, in its transaction. */
  onJoin(hook: JoinHook): void;
  /** Says who besides administrators may invite people to a portal. */
  addInvitationRule(rule: InvitationRule): void;
  /** Names who works here (agents). Administrators are staff by themselves. */
  addStaffRule(rule: StaffRule): void;
  /** Says whom agents may help to sign in: the customers whom they serve. */
  addServingRule(rule: ServingRule): void;
  /** Names the organizations that an account (account.id) belongs to: rules about second factors may be theirs. */
  setOrganizationsOf(find: FactorScopes): void;
  /** Adds something that can be done to many accounts at once. */
  addBulkAct(name: string, act: BulkAct): void;
  /** Says what else an account (account.id) may do, and why, beside what was granted. */
  addRights(source: RightsSource): void;
  /** Whether the account (account.id) is an administrator or an agent of any desk. */
  isStaff(db: Database, accountId: string): Promise<boolean>;
  /** Those of the accounts (account.id) who are. */
  staffAmong(db: Database, accountIds: readonly string[]): Promise<Set<string>>;
}

/** Adds the room to the app. Call it after `registerHttp` and before every other room. */
export async function registerIdentity(app: App, platform: Platform): Promise<Identity> {
  const { config, db, events, jobs } = platform;
  const hooks: SignInHook[] = [];
  const staff = createStaff();
  const previews: SignInPreview[] = [];
  const rightsSources: RightsSource[] = [];
  const bulkActs = ownBulkActs(platform);
  let organizationsOf: FactorScopes = async () => [];
  const room: SignInRoom = {
    platform,
    staff,
    hooks,
    previews,
    organizationsOf: (database, accountId) => organizationsOf(database, accountId),
  };

  registerPortalDomains(app, platform);
  decorateRequestsWithViewer(app, room);
  events.setSessionCheck(async ({ sessionId, token, impersonation }) => {
    if (impersonation) return isImpersonationOpen(room, impersonation.id);
    if (sessionId !== null) return isSessionOpen(db, sessionId, config);
    return token ? isTokenOpen(db, staff, token.id) : false;
  });
  addSetupRoutes(app, platform);
  addSignInRoutes(app, room);
  addDiscoverRoutes(app, platform);
  addAccountLinkRoutes(app, room);
  addSecondFactorRoutes(app, room);
  const localAccounts: LocalAccountsRoom = { ...room, joinHooks: [], invitationRules: [] };
  addLocalAccountRoutes(app, localAccounts);
  addSamlRoutes(app, room);
  addOidcRoutes(app, room);
  addHandOverRoutes(app, room);
  addAccountRoutes(app, room);
  addJiraUserRoutes(app, room);
  addJiraUserSearchRoutes(app, room);
  addBulkRoutes(app, platform, bulkActs);
  addGroupRoutes(app, platform);
  addJiraGroupRoutes(app, room);
  addJiraGroupChangeRoutes(app, room);
  addRoleRoutes(app, room, rightsSources);
  addProviderRoutes(app, platform);
  addDomainRoutes(app, platform);
  addSetupLinkRoutes(app, platform);
  addProviderSetupRoutes(app, platform);
  addSetupTestRoutes(app, platform);
  await addLogoRoutes(app, platform);
  addProviderOrderRoutes(app, platform);
  addPortalSignInRoutes(app, platform);
  addPortalMailRoutes(app, platform);
  addProviderKeyRoutes(app, platform);
  addMetadataRoutes(app, platform);
  addTraceRoutes(app, room);
  addAuditRoutes(app, platform);
  addLogoutRoutes(app, platform);
  addSessionRoutes(app, platform);
  registerTokens(app, room);
  addServiceAccountRoutes(app, room);
  addImpersonationRoutes(app, room);
  jobs.define('identity.sweep', async () => {
    await sweepExpired(db, config);
    await sweepTraces(db, config.traceDays);
  });
  jobs.schedule('identity.sweep', '23 * * * *');
  jobs.define('identity.recheck-domains', () => recheckDomains(platform));
  jobs.schedule('identity.recheck-domains', '41 4 * * *');

  return {
    onSignIn: (hook) => {
      hooks.push(hook);
    },
    onPreview: (preview) => {
      previews.push(preview);
    },
    onJoin: (hook) => {
      localAccounts.joinHooks.push(hook);
    },
    addInvitationRule: (rule) => {
      localAccounts.invitationRules.push(rule);
    },
    addStaffRule: staff.addRule,
    addServingRule: staff.addServingRule,
    setOrganizationsOf: (find) => {
      organizationsOf = find;
    },
    addBulkAct: (name, act) => {
      bulkActs.set(name, act);
    },
    addRights: (source) => {
      rightsSources.push(source);
    },
    isStaff: async (database, accountId) => (await staff.among(database, [accountId])).has(accountId),
    staffAmong: staff.among,
  };
}
