import type { Preset } from './preset.ts';

export const onelogin: Preset = {
  id: 'onelogin',
  name: 'OneLogin',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the OneLogin administration, open Applications → Applications, and click Add App. Search for `SAML Custom Connector (Advanced)`, and choose it.',
        'Give a Display Name, and click Save.',
        'On the Configuration tab, under Audience (EntityID) enter {entityId}.',
        'Under Recipient and under ACS (Consumer) URL enter {acsUrl}.',
        'ACS (Consumer) URL Validator is a regular expression: enter the same address with a ^ before it, a $ after it, and a backslash before each dot and slash.',
        'Under Single Logout URL enter {logoutUrl}. Set SAML initiator to Service Provider, SAML nameID format to Persistent, and SAML signature element to Assertion or Both. Click Save.',
        'On the Parameters tab, click NameID value and choose UUID or OneLogin ID: it stays when somebody’s address changes.',
        'There, add `email` with the value Email, and, to send groups, `groups` with the value User Roles and Semicolon Delimited input (Multi-value output). Tick “Include in SAML assertion” for each. Click Save.',
        'On the SSO tab, set SAML Signature Algorithm to SHA-256, and click Save. Copy Issuer URL: it is the address of the metadata. Import it here.',
        'On the Access tab, choose the roles whose people may sign in.',
      ],
      hints: {
        entityId: 'Issuer URL',
        signOnUrl: 'SAML 2.0 Endpoint (HTTP)',
        certificates: 'X.509 Certificate → View Details',
        metadataUrl: 'Issuer URL',
        logoutUrl: 'SLO Endpoint (HTTP)',
      },
      defaults: { emailAttribute: 'email', groupsAttribute: 'groups' },
      traps: [
        'SAML Signature Algorithm begins at SHA-1, which is refused here: set it to SHA-256.',
        'A parameter without “Include in SAML assertion” is not sent.',
        'When the ACS (Consumer) URL Validator does not fit, OneLogin refuses the sign-in before anything comes here.',
        'If Issuer URL cannot be read from here, take More Actions → SAML Metadata, and import the file.',
      ],
    },
    {
      protocol: 'oidc',
      steps: [
        'In the OneLogin administration, open Applications → Applications, and click Add App. Search for `OpenId Connect (OIDC)`, and choose it.',
        'Give a Display Name, and click Save.',
        'On the Configuration tab, as Login Url enter {initiateLoginUri}. Under Redirect URI’s enter {redirectUri}.',
        'Under Post Logout Redirect URIs enter {postLogoutRedirectUri}. Click Save.',
        'On the SSO tab, set Application Type to Web and Token Endpoint to Basic. Copy Client ID and Client Secret (click Show client secret) into the fields here, and take the issuer from Well-known Configuration.',
        'To send groups, open the Parameters tab, click Groups, and choose User Roles with Semicolon Delimited input (Multi-value output).',
        'On the Access tab, choose the roles whose people may sign in.',
      ],
      hints: { issuer: 'Issuer URL', clientId: 'Client ID', clientSecret: 'Client Secret' },
      defaults: { issuer: 'https://{subdomain}.onelogin.com/oidc/2', scopes: 'openid email profile groups' },
      traps: [
        'A changed Redirect URI takes up to ten minutes at OneLogin. It must start with https://.',
        'The tile on the OneLogin portal opens the Login Url, which begins an ordinary sign-in here.',
      ],
      documentation: 'https://developers.onelogin.com/openid-connect/connect-to-onelogin',
    },
  ],
  traps: ['People without a role that has the app are refused by OneLogin, before anything comes here.'],
};
