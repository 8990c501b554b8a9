import type { Preset } from './preset.ts';

export const onelogin: Preset = {
  id: 'onelogin',
  name: 'OneLogin',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the OneLogin administration, open Applications → Applications, and click Add App. Search for SAML Custom Connector (Advanced), and choose it.',
        'Give a Display Name, and click Save.',
        'On the Configuration tab, under Audience (EntityID) enter {entityId}.',
        'Under Recipient and under ACS (Consumer) URL enter {acsUrl}.',
        'ACS (Consumer) URL Validator is a regular expression: enter the same address with a ^ before it, a $ after it, and a backslash before each dot.',
        'Under Single Logout URL enter {logoutUrl}. Set SAML initiator to Service Provider, and SAML nameID format to Persistent. Click Save.',
        'On the Parameters tab, add email with the value Email, and groups with the value User Roles or MemberOf. Tick “Include in SAML assertion” for each.',
        'On the SSO tab, set SAML Signature Algorithm to SHA-256, and copy Issuer URL: it is the address of the metadata. Import it here.',
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
    },
    {
      protocol: 'oidc',
      steps: [
        'In the OneLogin administration, open Applications → Applications, and click Add App. Search for OpenId Connect (OIDC), and choose it.',
        'Give a Display Name, and click Save.',
        'On the Configuration tab, under Redirect URI’s enter {redirectUri}.',
        'Under Post Logout Redirect URIs enter {postLogoutRedirectUri}. As Login Url enter {initiateLoginUri}. Click Save.',
        'On the SSO tab, set Application Type to Web and Token Endpoint to Basic. Copy Client ID and Client Secret into the fields here.',
        'On the Access tab, choose the roles whose people may sign in.',
      ],
      hints: { issuer: 'Issuer URL', clientId: 'Client ID', clientSecret: 'Client Secret' },
      defaults: { issuer: 'https://{subdomain}.onelogin.com/oidc/2', scopes: 'openid email profile groups' },
    },
  ],
  traps: [
    'SAML Signature Algorithm is SHA-1 in older connectors, which is refused here: set it to SHA-256.',
    'A parameter without “Include in SAML assertion” is not sent.',
  ],
};
