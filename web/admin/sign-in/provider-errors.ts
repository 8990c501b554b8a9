import { newProviderValues } from './provider-values.ts';

const protocolPrefix = /^(saml|oidc|oauth2)[./]/;

/** The field of the form that an error of the API belongs to: `signOnUrl` for `saml.signOnUrl`. */
export function formErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([name, message]) => [name.replace(protocolPrefix, ''), message]),
  );
}

/** The fields of the API whose errors the form shows at a field. */
export const shownFields: readonly string[] = Object.keys(newProviderValues).flatMap((name) => [
  name,
  `saml.${name}`,
  `oidc.${name}`,
  `oauth2.${name}`,
]);
