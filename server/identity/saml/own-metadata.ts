import { escapeHtml } from '../../platform/http/escape-html.ts';
import type { PublishedKey } from '../provider-keys/keys.ts';
import { samlAddresses } from '../providers/addresses.ts';
import type { SamlProvider } from '../providers/store.ts';
import { dataCiphers, keyTransports, strongOf } from './algorithms.ts';
import { nameIdFormats } from './library.ts';

/**
 * Our metadata for a provider, as XML (SAML 2.0 Metadata, section 2.4.4). A key that is to sign next is published beside
 * the active one, so that the provider knows it before it does. Both decrypt; the active one comes first, for providers
 * that read only one.
 *
 * @param sites the site's own address, and after it those of portals' hosts at which round trips are made
 * @param keys active, then next
 */
export function ownMetadata(
  [url, ...others]: readonly [URL, ...URL[]],
  provider: SamlProvider,
  keys: readonly PublishedKey[],
): string {
  const { entityId, logoutUrl } = samlAddresses(url, provider.id);
  const { nameIdFormat, signsRequests } = provider.settings;
  const bases = keys.map(({ certificatePem }) => certificatePem.replace(/-----[^-]+-----|\s/g, ''));
  const methods = [...strongOf(dataCiphers), ...strongOf(keyTransports)]
    .map((algorithm) => `      <md:EncryptionMethod Algorithm="${algorithm}"/>\n`)
    .join('');
  const bindings = ['HTTP-Redirect', 'HTTP-POST'].map((binding) => `${bindingNs}:${binding}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${escapeHtml(entityId)}">
  <md:SPSSODescriptor AuthnRequestsSigned="${signsRequests === true}" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
${bases.map((base64) => keyDescriptor('signing', base64, '')).join('')}${bases.map((base64) => keyDescriptor('encryption', base64, methods)).join('')}${bindings
  .map(
    (binding) => `    <md:SingleLogoutService Binding="${binding}" Location="${escapeHtml(logoutUrl)}"/>\n`,
  )
  .join(
    '',
  )}${nameIdFormat ? `    <md:NameIDFormat>${nameIdFormats[nameIdFormat]}</md:NameIDFormat>\n` : ''}${[url, ...others].map((site, index) => consumerService(samlAddresses(url, provider.id, site).acsUrl, index)).join('')}  </md:SPSSODescriptor>
</md:EntityDescriptor>
`;
}

const bindingNs = 'urn:oasis:names:tc:SAML:2.0:bindings';

function consumerService(acsUrl: string, index: number): string {
  const isDefault = index === 0 ? ' isDefault="true"' : '';
  return `    <md:AssertionConsumerService Binding="${bindingNs}:HTTP-POST" Location="${escapeHtml(acsUrl)}" index="${index}"${isDefault}/>\n`;
}

function keyDescriptor(use: 'signing' | 'encryption', base64: string, methods: string): string {
  return (
    `    <md:KeyDescriptor use="${use}">\n` +
    `      <ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\n` +
    `${methods}    </md:KeyDescriptor>\n`
  );
}
