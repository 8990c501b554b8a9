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
  'mail-settings.changed',
  'mail-settings.removed',
  'mail-settings.tested',
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
  'portal-sign-in.changed',
  'portal-sign-in.way-in-lost',
  'site.set-up',
] as const;

/** `identity-provider.changed` in words: `Identity provider changed`. */
export function actionInWords(action: string): string {
  const words = action.replaceAll(/[.-]/g, ' ').replace(/^sign in/, 'sign-in');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `isActive` and `saml.signOnUrl` in words: `Active`, `Saml sign on url`. */
export function propertyInWords(path: string): string {
  const words = path
    .replaceAll(/[._-]/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^is /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
