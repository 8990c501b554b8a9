import type { ProviderInput } from '../providers/json.ts';
import type { SamlBinding, SamlSettings } from '../providers/settings.ts';
import type { LogoutAddress, MetadataContent } from './content.ts';

type SamlInput = NonNullable<ProviderInput['saml']>;

/** The part of a provider's SAML settings that metadata decides. */
export type MetadataSettings = Pick<
  SamlInput,
  | 'entityId'
  | 'signOnUrl'
  | 'signOnBinding'
  | 'logoutUrl'
  | 'logoutResponseUrl'
  | 'logoutBinding'
  | 'certificates'
  | 'signsRequests'
>;

/**
 * The settings that metadata makes for a provider. A binding that is in use and still offered is kept, else redirect comes
 * first. Requests are signed where the provider wants that; where it does not say, that stays as it is.
 */
export function settingsOf(
  content: MetadataContent,
  present: Partial<Pick<SamlSettings, 'signOnBinding' | 'logoutBinding' | 'signsRequests'>> = {},
): MetadataSettings {
  const { entityId, certificates, signOn, wantsSignedRequests } = content;
  const signOnBinding = choose(signOn, present.signOnBinding);
  return {
    entityId,
    signOnUrl: signOn[signOnBinding] ?? '',
    signOnBinding,
    ...logoutOf(content.logout, present.logoutBinding),
    certificates: [...certificates],
    ...((wantsSignedRequests || present.signsRequests) && { signsRequests: true }),
  };
}

function logoutOf(
  logout: MetadataContent['logout'],
  present: SamlBinding | undefined,
): Pick<MetadataSettings, 'logoutUrl' | 'logoutResponseUrl' | 'logoutBinding'> {
  const logoutBinding = choose(logout, present);
  const address: LogoutAddress | undefined = logout[logoutBinding];
  if (!address) return {};
  return {
    logoutUrl: address.url,
    ...(address.responseUrl !== null && { logoutResponseUrl: address.responseUrl }),
    logoutBinding,
  };
}

function choose(
  offered: { readonly [binding in SamlBinding]?: unknown },
  present: SamlBinding | undefined,
): SamlBinding {
  if (present && offered[present]) return present;
  return offered.redirect || !offered.post ? 'redirect' : 'post';
}
