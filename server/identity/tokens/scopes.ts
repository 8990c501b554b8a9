/** What an API token may be allowed to do. What Jira has a scope for goes by Jira's name. */
export const scopes = [
  'read:servicedesk-request',
  'write:servicedesk-request',
  'manage:servicedesk-customer',
  'read:jira-user',
  'read:jira-work',
  'write:jira-work',
  'read:portico',
  'manage:portico',
  'read:audit-log',
] as const;

export type Scope = (typeof scopes)[number];

const administratorScopes: ReadonlySet<string> = new Set([
  'read:portico',
  'manage:portico',
  'read:audit-log',
]);

/** Whether a scope is of use to administrators alone, and its use is put into the audit log. */
export function isAdministratorScope(scope: Scope): boolean {
  return administratorScopes.has(scope);
}

/** Whether a text names a scope of this version. */
export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}
