import { type Static, Type } from '@fastify/type-provider-typebox';
import type { AccountSummary } from './store.ts';

const avatarUrlsSchema = Type.Object({
  '48x48': Type.String(),
  '32x32': Type.String(),
  '24x24': Type.String(),
  '16x16': Type.String(),
});

/** A person as servicedeskapi shows it (UserDTO). */
export const userSchema = Type.Object(
  {
    accountId: Type.String(),
    emailAddress: Type.Optional(Type.String()),
    displayName: Type.String(),
    active: Type.Boolean(),
    timeZone: Type.Optional(Type.String()),
    _links: Type.Object({
      self: Type.String(),
      jiraRest: Type.String(),
      avatarUrls: avatarUrlsSchema,
    }),
  },
  { title: 'User' },
);

/** A person as api/3 and api/2 show it. */
export const jiraUserSchema = Type.Object(
  {
    self: Type.String(),
    accountId: Type.String(),
    accountType: Type.String(),
    emailAddress: Type.Optional(Type.String()),
    avatarUrls: avatarUrlsSchema,
    displayName: Type.String(),
    active: Type.Boolean(),
    timeZone: Type.Optional(Type.String()),
  },
  { title: 'JiraUser' },
);

/** Shows a person the way servicedeskapi does; the e-mail address only to those who may see it. */
export function userJson(
  account: AccountSummary,
  baseUrl: URL,
  viewerMaySeeEmail = true,
): Static<typeof userSchema> {
  const self = userUrl(account, baseUrl);
  return {
    accountId: account.accountId,
    ...(viewerMaySeeEmail && account.email !== null && { emailAddress: account.email }),
    displayName: account.displayName,
    active: account.isActive,
    ...(account.timeZone !== null && { timeZone: account.timeZone }),
    _links: { self, jiraRest: self, avatarUrls: avatarUrls(account, baseUrl) },
  };
}

/**
 * Shows a person the way api/3 does. `accountType` is Jira's: 'atlassian' for people who work here, 'customer' for those
 * who only use the portal.
 */
export function jiraUserJson(
  account: AccountSummary,
  baseUrl: URL,
  { viewerMaySeeEmail = true, accountType = 'atlassian' }: JiraUserOptions = {},
): Static<typeof jiraUserSchema> {
  return {
    self: userUrl(account, baseUrl),
    accountId: account.accountId,
    accountType,
    ...(viewerMaySeeEmail && account.email !== null && { emailAddress: account.email }),
    avatarUrls: avatarUrls(account, baseUrl),
    displayName: account.displayName,
    active: account.isActive,
    ...(account.timeZone !== null && { timeZone: account.timeZone }),
  };
}

interface JiraUserOptions {
  readonly viewerMaySeeEmail?: boolean;
  readonly accountType?: 'atlassian' | 'customer';
}

function userUrl(account: AccountSummary, baseUrl: URL): string {
  return new URL(`/rest/api/3/user?accountId=${encodeURIComponent(account.accountId)}`, baseUrl).href;
}

function avatarUrls(account: AccountSummary, baseUrl: URL): Static<typeof avatarUrlsSchema> {
  const path = `/rest/portico/1/account/${encodeURIComponent(account.accountId)}/avatar`;
  const { href } = new URL(path, baseUrl);
  return { '48x48': href, '32x32': href, '24x24': href, '16x16': href };
}
