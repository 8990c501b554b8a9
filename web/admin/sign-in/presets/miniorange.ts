import type { Preset } from './preset.ts';

export const miniorange: Preset = {
  id: 'miniorange',
  name: 'miniOrange',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the miniOrange Admin Console, open Apps and click Add Application. Choose SAML/WS-FED, search for `custom`, and choose Custom SAML App.',
        'Click Import SP Metadata, choose URL, enter {metadataUrl}, and click Import. Or enter the next two values yourself.',
        'Under SP Entity ID or Issuer, and under Audience URL (Audience URI), enter {entityId}.',
        'Under ACS URL enter {acsUrl}. Under Single Logout URL enter {logoutUrl}.',
        'Switch Sign Assertion on, and click Next.',
        'Under Attribute Mapping, set NameID to something that never changes, such as Username, and Name ID Format to `urn:oasis:names:tc:SAML:2.0:nameid-format:persistent`.',
        'There, click Add Attribute, and add `email` with the value E-Mail Address, and `groups` with the user’s groups if you want to use them.',
        'Under Login Policy, choose the group whose people may sign in, and click Save.',
        'In the list of apps, open the menu of the app, click Metadata, then Show Metadata Details under “Information required to set miniOrange as IdP” (or “to Authenticate via External IDPs”), and copy the Metadata URL. Import it here.',
      ],
      hints: {
        entityId: 'IdP Entity ID or Issuer',
        signOnUrl: 'SAML Login URL',
        certificates: 'X.509 Certificate',
        metadataUrl: 'Metadata URL',
        logoutUrl: 'SAML Logout URL',
      },
      defaults: { emailAttribute: 'email', groupsAttribute: 'groups' },
      traps: [
        'miniOrange can pass on the sign-in of another provider (as a broker). “Information required to set miniOrange as IdP” and “to Authenticate via External IDPs” are two sets of values; take the one that you use.',
        'The list of attributes is empty in a new app: without the mapping of email, sign-in says that the e-mail address is missing.',
        'Under Advanced, Signature Algorithm must be RSA-SHA256 or better: SHA-1 is refused here.',
      ],
      documentation: 'https://www.miniorange.com/iam/content-library/admin-docs/how-to-add-saml-app',
    },
    {
      protocol: 'oidc',
      steps: [
        'In the miniOrange Admin Console, open Apps and click Add Application. Choose OAuth/OpenID, search for `oauth`, and choose OAuth2/OpenID Connect.',
        'Give a Display Name. Under Redirect URL enter {redirectUri}.',
        'Under Login Policy, choose the group whose people may sign in, and click Save.',
        'Copy Client ID and Client Secret into the fields here. Take the issuer from the app’s endpoints: it is what its discovery document says under issuer.',
      ],
      hints: {
        issuer: 'issuer of the OpenID discovery endpoint',
        clientId: 'Client ID',
        clientSecret: 'Client Secret',
      },
      traps: [
        'miniOrange says nothing of email_verified in some versions. An address counts here in domains that are proved for this provider.',
      ],
      documentation: 'https://www.miniorange.com/iam/content-library/admin-docs/how-to-add-oauth-app',
    },
  ],
  traps: [
    'The Login Policy names the group whose people may sign in: others are refused by miniOrange, before anything comes here.',
  ],
};
