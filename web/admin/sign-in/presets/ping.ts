import type { Preset } from './preset.ts';

export const ping: Preset = {
  id: 'ping',
  name: 'PingOne and PingFederate',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In PingOne, open Applications → Applications and click the + icon. Give an Application name, choose SAML Application, and click Configure.',
        'Choose Manually Enter. Under ACS URLs enter {acsUrl}.',
        'Under Entity ID enter {entityId}, and click Save.',
        'On the Attribute Mappings tab, leave saml_subject at User ID. Add email with Email Address, displayName with Formatted, and groups with Group Names.',
        'On the Configuration tab, see that the assertion is signed with RSA_SHA256. Set Subject NameID Format to urn:oasis:names:tc:SAML:2.0:nameid-format:persistent.',
        'Switch the application on with the toggle at its top.',
        'From the Configuration tab, copy IDP Metadata URL, and import it here.',
        'In PingFederate instead: open Applications → SP Connections → Create Connection, choose the Browser SSO profile, import our metadata from {metadataUrl}, put email into the attribute contract, and export the metadata of the connection for the import here.',
      ],
      hints: {
        entityId: 'Issuer ID',
        signOnUrl: 'Single Signon Service',
        certificates: 'Download Signing Certificate, X509 PEM (.crt)',
        metadataUrl: 'IDP Metadata URL',
        logoutUrl: 'Single Logout Service',
      },
      defaults: { emailAttribute: 'email', nameAttribute: 'displayName', groupsAttribute: 'groups' },
    },
    {
      protocol: 'oidc',
      steps: [
        'In PingOne, open Applications → Applications and click the + icon. Give an Application name, choose OIDC Web App, and click Save.',
        'On the Configuration tab click the pencil. Leave the response type Code, and set PKCE Enforcement to S256_REQUIRED.',
        'Under Redirect URIs enter {redirectUri}.',
        'Under Signoff URLs enter {postLogoutRedirectUri}, and click Save.',
        'On the Resources tab, allow the scopes email and profile.',
        'Switch the application on with the toggle at its top.',
        'From the Configuration tab, copy Issuer, Client ID and Client Secret into the fields here.',
      ],
      hints: { issuer: 'Issuer', clientId: 'Client ID', clientSecret: 'Client Secret' },
      defaults: { issuer: 'https://auth.pingone.com/{environment id}/as' },
    },
  ],
  traps: [
    'The host of PingOne’s issuer depends on the region: auth.pingone.com, auth.pingone.eu, auth.pingone.ca, auth.pingone.asia.',
    'A new application is off until its toggle is switched on.',
  ],
};
