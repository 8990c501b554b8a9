/** What is written to the log, by noun, for the filter. A server that knows more is still shown in full. */
export const knownActions = [
  'sign-in.succeeded',
  'sign-in.refused',
  'sign-in.break-glass',
  'sign-in.groups-incomplete',
  'session.ended',
  'account.created',
  'account.changed',
  'account.password-removed',
  'role.revoked',
  'group.created',
  'group.changed',
  'group.deleted',
  'group.member-added',
  'group.member-removed',
  'account.password-changed',
  'account.password-reset',
  'account.password-reset-requested',
  'account.sign-up-requested',
  'invitation.accepted',
  'invitation.created',
  'invitation.revoked',
  'invitation.sent-again',
  'local-accounts.changed',
  'role.granted',
  'api-token.created',
  'api-token.revoked',
  'api-token.refused',
  'api-token.administration',
  'api-token-policy.changed',
  'service-account.created',
  'field.created',
  'field.changed',
  'field.archived',
  'field.restored',
  'field.deleted',
  'request.deleted',
  'request-type.created',
  'request-type.changed',
  'request-type.archived',
  'request-type.restored',
  'request-type.deleted',
  'request-type.ordered',
  'request-type-groups.changed',
  'workflow.created',
  'workflow.published',
  'workflow.deleted',
  'status.created',
  'status.changed',
  'status.deleted',
  'priority.created',
  'priority.changed',
  'priority.ordered',
  'priority.deleted',
  'resolution.created',
  'resolution.changed',
  'resolution.ordered',
  'resolution.deleted',
  'sla.created',
  'sla.changed',
  'sla.ordered',
  'sla.deleted',
  'canned-response.created',
  'canned-response.changed',
  'canned-response.deleted',
  'queue.created',
  'queue.changed',
  'queue.ordered',
  'queue.deleted',
  'queue-group.created',
  'queue-group.changed',
  'queue-group.deleted',
  'calendar.created',
  'calendar.changed',
  'calendar.deleted',
  'identity.linked',
  'identity.removed',
  'identity-provider.created',
  'identity-provider.changed',
  'identity-provider.certificate-ended',
  'identity-provider.domain-verified',
  'identity-provider.domain-vouched',
  'identity-provider.domain-withdrawn',
  'identity-provider.domain-proof-missing',
  'identity-provider.key-activated',
  'identity-provider.key-dropped',
  'identity-provider.key-made',
  'identity-provider.key-rotated',
  'identity-provider.deleted',
  'identity-provider.logo-changed',
  'identity-provider.metadata-applied',
  'identity-provider.metadata-dismissed',
  'identity-provider.metadata-refresh-failed',
  'identity-provider.metadata-refresh-recovered',
  'identity-provider.metadata-refused',
  'identity-provider.metadata-waiting',
  'identity-provider.setup-link-made',
  'identity-provider.setup-link-opened',
  'identity-provider.setup-link-revoked',
  'identity-provider.sessions-ended',
  'identity-provider.setup-submitted',
  'identity-provider.setup-test-begun',
  'identity-provider.tested',
  'identity-provider.test-refused',
  'identity-provider.warning',
  'mail-message.read',
  'mail-message.removed',
  'mail-message.sent-again',
  'mail-settings.changed',
  'mail-settings.removed',
  'mail-settings.tested',
  'impersonation.started',
  'impersonation.ended',
  'impersonation-settings.changed',
  'organization.created',
  'organization.changed',
  'organization.deleted',
  'organization.member-added',
  'organization.member-removed',
  'service-desk.created',
  'service-desk.changed',
  'service-desk.agent-added',
  'service-desk.agent-removed',
  'service-desk.customer-added',
  'service-desk.customer-removed',
  'service-desk.organization-added',
  'service-desk.organization-removed',
  'portal-mail.changed',
  'portal-domain.added',
  'portal-domain.changed',
  'portal-domain.removed',
  'portal-sign-in.changed',
  'portal-sign-in.way-in-lost',
  'site.set-up',
  'sign-out.refused',
  'session.confirmed',
  'session.factor-shown',
  'account-link.code-sent',
  'second-factor.code-sent',
  'second-factor.refused',
  'second-factor.unlocked',
  'second-factor.skipped',
  'second-factor.settings-changed',
  'second-factor.policy-changed',
  'audit-log.exported',
  'audit-log.retention-changed',
  'audit-log.swept',
] as const;

/** What kinds of acts there are, in the order of the filter, and by which nouns they are known. */
const kinds = {
  'sign-in': ['sign-in', 'sign-out', 'session', 'identity', 'account-link'],
  factors: ['second-factor', 'passkey', 'recovery-code', 'trusted-device'],
  accounts: [
    'account',
    'group',
    'role',
    'grant',
    'impersonation',
    'impersonation-settings',
    'local-accounts',
    'invitation',
  ],
  tokens: ['api-token', 'api-token-policy', 'service-account'],
  configuration: ['identity-provider', 'portal-sign-in', 'portal-domain', 'audit-log', 'site'],
  customers: ['organization'],
  desk: [
    'service-desk',
    'field',
    'request',
    'request-type',
    'request-type-groups',
    'workflow',
    'status',
    'priority',
    'resolution',
    'canned-response',
    'queue',
    'queue-group',
    'calendar',
    'sla',
  ],
  mail: ['mail-message', 'mail-settings', 'portal-mail'],
  other: [],
} as const;

export type ActionKind = keyof typeof kinds;

/** The kind of an act, by its noun. */
export function kindOf(action: string): ActionKind {
  const [noun = ''] = action.split('.', 1);
  const found = Object.entries(kinds).find(([, nouns]) => (nouns as readonly string[]).includes(noun));
  return (found?.[0] as ActionKind | undefined) ?? 'other';
}

/** The acts of each kind that has any, by name. */
export function actionsByKind(): ReadonlyMap<ActionKind, readonly string[]> {
  const grouped = Map.groupBy([...new Set(knownActions)].sort(), kindOf);
  const inOrder = (Object.keys(kinds) as ActionKind[]).flatMap((kind): [ActionKind, string[]][] => {
    const actions = grouped.get(kind);
    return actions ? [[kind, actions]] : [];
  });
  return new Map(inOrder);
}

/** `identity-provider.changed` in words: `Identity provider changed`. */
export function actionInWords(action: string): string {
  const words = action
    .replaceAll(/[.-]/g, ' ')
    .replace(/^sign in/, 'sign-in')
    .replace(/^sign out/, 'sign-out')
    .replace(/^api token/, 'API token')
    .replace(/^portal sign in/, 'portal sign-in')
    .replace(/set up/, 'set-up')
    .replace(/\bsetup\b/, 'set-up');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `identity-provider` in words: `Identity provider`. */
export function nounInWords(type: string): string {
  return actionInWords(type);
}

const abbreviations = /\b(saml|oidc|url|uri|id|ip|dns|api|pkce|totp|tls|html|acr|amr)\b/gi;

/** `isActive` and `saml.signOnUrl` in words: `Active`, `SAML sign on URL`. */
export function propertyInWords(path: string): string {
  const words = path
    .replaceAll(/[._-]/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^is /, '')
    .replaceAll(abbreviations, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
