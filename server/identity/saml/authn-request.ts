import type { OwnKey } from '../provider-keys/keys.ts';
import type { SamlProvider } from '../providers/store.ts';
import { libraryFor, type OwnRequest } from './library.ts';

/** How a browser takes an AuthnRequest to the provider. */
export type Departure =
  /** HTTP-Redirect binding: by going to this address */
  | { readonly url: string }
  /** HTTP-POST binding: by posting these fields to this address */
  | { readonly action: string; readonly fields: Readonly<Record<string, string>> };

/**
 * The AuthnRequest with this id, in the binding that the provider takes. Where it wants our signature, that is RSA with
 * SHA-256: over the query in the Redirect binding, in the message in the POST binding.
 *
 * @param signingKey where requests are signed
 */
export async function requestOf(
  {
    url,
    site,
    provider,
    request,
  }: {
    readonly url: URL;
    readonly site: URL;
    readonly provider: SamlProvider;
    readonly request: OwnRequest;
  },
  relayState: string,
  signingKey: OwnKey | null,
): Promise<Departure> {
  const saml = libraryFor({
    url,
    site,
    provider,
    request,
    wantsSignedAssertion: true,
    wantsSignedResponse: false,
    ...(signingKey && { signingKey }),
  });
  const { signOnBinding, signOnUrl } = provider.settings;
  if (signOnBinding !== 'post') return { url: await saml.getAuthorizeUrlAsync(relayState, undefined, {}) };
  const message = await saml.getAuthorizeMessageAsync(relayState, undefined, {});
  const fields = Object.entries(message).map(([name, value]) => [name, String(value)]);
  return { action: signOnUrl, fields: Object.fromEntries(fields) };
}
