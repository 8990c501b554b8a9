/**
 * Metadata as the systems that companies sign in with publish it: the same elements in the same order, shorter where they
 * repeat themselves.
 */

/** Base64 of a PEM certificate, as metadata holds it. */
export function bare(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '');
}

const ds = 'http://www.w3.org/2000/09/xmldsig#';
const md = 'urn:oasis:names:tc:SAML:2.0:metadata';
const protocol = 'urn:oasis:names:tc:SAML:2.0:protocol';
const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';

function wrapped(pem: string): string {
  return `\n${bare(pem).replace(/(.{64})/g, '$1\n')}\n`;
}

export function oktaMetadata(pem: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor entityID="http://www.okta.com/exk1fcia6d6EMsf331d8" xmlns:md="${md}"><md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${protocol}"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${ds}"><ds:X509Data><ds:X509Certificate>${wrapped(pem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat><md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat><md:SingleSignOnService Binding="${post}" Location="https://acme.okta.com/app/acme_portico_1/exk1fcia6d6EMsf331d8/sso/saml"/><md:SingleSignOnService Binding="${redirect}" Location="https://acme.okta.com/app/acme_portico_1/exk1fcia6d6EMsf331d8/sso/saml"/></md:IDPSSODescriptor></md:EntityDescriptor>`;
}

/** With a signature over all, a role for WS-Federation whose key comes first, and claim types. */
export function entraMetadata(pem: string, nextPem: string): string {
  const tenant = '6f0c4a3e-3f0b-4a51-9d2d-0b8a8f2a7c11';
  const claims = Array.from(
    { length: 20 },
    (_, i) =>
      `<auth:ClaimType Uri="http://schemas.microsoft.com/claims/example${i}" xmlns:auth="http://docs.oasis-open.org/wsfed/authorization/200706"><auth:DisplayName>Claim ${i}</auth:DisplayName><auth:Description>The claim number ${i} &amp; more.</auth:Description></auth:ClaimType>`,
  ).join('');
  const role = `<RoleDescriptor xsi:type="fed:SecurityTokenServiceType" protocolSupportEnumeration="http://docs.oasis-open.org/wsfed/federation/200706" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706"><KeyDescriptor use="signing"><KeyInfo xmlns="${ds}"><X509Data><X509Certificate>${bare(pem)}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><fed:ClaimTypesOffered>${claims}</fed:ClaimTypesOffered><fed:PassiveRequestorEndpoint><wsa:EndpointReference xmlns:wsa="http://www.w3.org/2005/08/addressing"><wsa:Address>https://login.microsoftonline.com/${tenant}/wsfed</wsa:Address></wsa:EndpointReference></fed:PassiveRequestorEndpoint></RoleDescriptor>`;
  const key = (certificate: string) =>
    `<KeyDescriptor use="signing"><KeyInfo xmlns="${ds}"><X509Data><X509Certificate>${bare(certificate)}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
  return (
    `\uFEFF<?xml version="1.0" encoding="utf-8"?><EntityDescriptor ID="_0c6a1b4e-2b7c" entityID="https://sts.windows.net/${tenant}/" xmlns="${md}">` +
    `<Signature xmlns="${ds}"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#" /><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" /><Reference URI="#_0c6a1b4e-2b7c"><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature" /><Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#" /></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256" /><DigestValue>cGVyaGFwcw==</DigestValue></Reference></SignedInfo><SignatureValue>${'QUJD'.repeat(80)}</SignatureValue><KeyInfo><X509Data><X509Certificate>${bare(pem)}</X509Certificate></X509Data></KeyInfo></Signature>` +
    role +
    `<IDPSSODescriptor protocolSupportEnumeration="${protocol}">${key(pem)}${key(nextPem)}` +
    `<SingleLogoutService Binding="${redirect}" Location="https://login.microsoftonline.com/${tenant}/saml2" />` +
    `<SingleSignOnService Binding="${redirect}" Location="https://login.microsoftonline.com/${tenant}/saml2" /><SingleSignOnService Binding="${post}" Location="https://login.microsoftonline.com/${tenant}/saml2" />` +
    '</IDPSSODescriptor></EntityDescriptor>'
  );
}

export function googleMetadata(pem: string, validUntil: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<md:EntityDescriptor xmlns:md="${md}" entityID="https://accounts.google.com/o/saml2?idpid=C01abcdef" validUntil="${validUntil}">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${protocol}">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="${ds}">
        <ds:X509Data>
          <ds:X509Certificate>${wrapped(pem)}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
    <md:SingleSignOnService Binding="${redirect}" Location="https://accounts.google.com/o/saml2/idp?idpid=C01abcdef"/>
    <md:SingleSignOnService Binding="${post}" Location="https://accounts.google.com/o/saml2/idp?idpid=C01abcdef"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
}

/** Identity and service provider in one, each with keys for signing and encryption. */
export function adfsMetadata(pem: string, encryptionPem: string): string {
  const key = (use: string, certificate: string) =>
    `<KeyDescriptor use="${use}"><KeyInfo xmlns="${ds}"><X509Data><X509Certificate>${bare(certificate)}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
  const keys = key('encryption', encryptionPem) + key('signing', pem);
  const at = 'https://adfs.acme.example/adfs/ls/';
  return (
    `<EntityDescriptor ID="_5b1f7a5e" entityID="http://adfs.acme.example/adfs/services/trust" xmlns="${md}">` +
    `<SPSSODescriptor WantAssertionsSigned="true" protocolSupportEnumeration="${protocol}">${keys}<AssertionConsumerService Binding="${post}" Location="${at}" index="0" isDefault="true"/></SPSSODescriptor>` +
    `<IDPSSODescriptor protocolSupportEnumeration="${protocol}">${keys}` +
    `<SingleLogoutService Binding="${redirect}" Location="${at}"/><SingleLogoutService Binding="${post}" Location="${at}"/>` +
    '<NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</NameIDFormat><NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat><NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</NameIDFormat>' +
    `<SingleSignOnService Binding="${redirect}" Location="${at}"/><SingleSignOnService Binding="${post}" Location="${at}"/>` +
    '<Attribute Name="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" FriendlyName="E-Mail Address" xmlns="urn:oasis:names:tc:SAML:2.0:assertion"/>' +
    '</IDPSSODescriptor><ContactPerson contactType="support"/></EntityDescriptor>'
  );
}

/** Inside of an EntitiesDescriptor, as the realm's older address gives it, and wants signed requests. */
export function keycloakMetadata(pem: string): string {
  const at = 'https://keycloak.acme.example/realms/acme/protocol/saml';
  return `<!-- The realm's metadata -->
<md:EntitiesDescriptor xmlns:md="${md}" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:ds="${ds}" Name="urn:keycloak">
  <md:EntityDescriptor entityID="https://keycloak.acme.example/realms/acme" cacheDuration="PT6H">
    <md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="${protocol}"><!-- keys -->
      <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:KeyName>tZ8qTj6nhM5Z3cnmYw</ds:KeyName><ds:X509Data><ds:X509Certificate>${bare(pem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
      <md:ArtifactResolutionService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="${at}/resolve" index="0"></md:ArtifactResolutionService>
      <md:SingleLogoutService Binding="${post}" Location="${at}" ResponseLocation="${at}/logout"></md:SingleLogoutService>
      <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
      <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>
      <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="${at}"></md:SingleSignOnService>
      <md:SingleSignOnService Binding="${post}" Location="${at}"></md:SingleSignOnService>
      <md:SingleSignOnService Binding="${redirect}" Location="${at}"></md:SingleSignOnService>
    </md:IDPSSODescriptor>
  </md:EntityDescriptor>
</md:EntitiesDescriptor>`;
}

/** As the npm package samlp writes it: no use on the key. */
export function samlpMetadata(pem: string): string {
  return `<EntityDescriptor entityID="urn:fixture-test" xmlns="${md}">
  <IDPSSODescriptor protocolSupportEnumeration="${protocol}">
    <KeyDescriptor>
      <KeyInfo xmlns="${ds}"><X509Data><X509Certificate>${bare(pem)}</X509Certificate></X509Data></KeyInfo>
    </KeyDescriptor>
    <SingleLogoutService Binding="${redirect}" Location="https://samlp.example/logout" />
    <NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</NameIDFormat>
    <SingleSignOnService Binding="${redirect}" Location="https://samlp.example/login" />
  </IDPSSODescriptor>
</EntityDescriptor>`;
}

/** Everything that tests change, on the least that is valid; mock-saml's is about this. */
export function plainMetadata(
  pems: readonly string[],
  changes: {
    readonly entityId?: string;
    readonly signOnUrl?: string;
    readonly attributes?: string;
    readonly roleAttributes?: string;
    readonly inRole?: string;
    readonly services?: string;
  } = {},
): string {
  const { entityId = 'https://idp.acme.example/metadata', signOnUrl = 'https://idp.acme.example/sso' } =
    changes;
  const keys = pems
    .map(
      (pem) =>
        `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${ds}"><ds:X509Data><ds:X509Certificate>${bare(pem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
    )
    .join('');
  const services =
    changes.services ?? `<md:SingleSignOnService Binding="${redirect}" Location="${signOnUrl}"/>`;
  return (
    `<md:EntityDescriptor xmlns:md="${md}" entityID="${entityId}"${changes.attributes ?? ''}>` +
    `<md:IDPSSODescriptor protocolSupportEnumeration="${protocol}"${changes.roleAttributes ?? ''}>${keys}${changes.inRole ?? ''}${services}</md:IDPSSODescriptor>` +
    '</md:EntityDescriptor>'
  );
}
