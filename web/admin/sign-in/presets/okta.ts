import type { Preset } from './preset.ts';

export const okta: Preset = {
  id: 'okta',
  name: 'Okta',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the Okta Admin Console, open Applications → Applications and click Create App Integration. Choose SAML 2.0 and click Next.',
        'Give an App name, such as “Help center”, and click Next.',
        'Under Single sign-on URL enter {acsUrl} and leave “Use this for Recipient URL and Destination URL” ticked.',
        'Under Audience URI (SP Entity ID) enter {entityId}.',
        'Set Name ID format to Persistent and Application username to Okta username.',
        'Under Attribute Statements add email with the value user.email, and displayName with the value user.displayName.',
        'To send groups, add a Group Attribute Statement named groups with a filter, such as Matches regex .*',
        'Click Next, then Finish. On the Assignments tab, assign the people or groups who may sign in.',
        'On the Sign On tab, copy the Metadata URL, and import it here.',
      ],
      hints: {
        entityId: 'Issuer',
        signOnUrl: 'Sign on URL',
        certificates: 'Signing Certificate',
        metadataUrl: 'Metadata URL',
        logoutUrl: 'Sign out URL',
      },
      defaults: { emailAttribute: 'email', nameAttribute: 'displayName', groupsAttribute: 'groups' },
    },
    {
      protocol: 'oidc',
      steps: [
        'In the Okta Admin Console, open Applications → Applications and click Create App Integration. Choose OIDC - OpenID Connect, then Web Application, and click Next.',
        'Give an App integration name, and leave the grant type Authorization Code ticked.',
        'Under Sign-in redirect URIs enter {redirectUri}.',
        'Under Sign-out redirect URIs enter {postLogoutRedirectUri}.',
        'Under Assignments choose who may sign in, and click Save.',
        'From the General tab, copy Client ID and Client secret into the fields here.',
        'As issuer, enter the address of your Okta organization, without anything after the host name.',
      ],
      hints: { issuer: 'Okta domain', clientId: 'Client ID', clientSecret: 'Client secret' },
      defaults: { issuer: 'https://{your company}.okta.com', scopes: 'openid email profile groups' },
    },
  ],
  traps: [
    'A person who is not assigned to the application is refused by Okta, before anything comes here.',
    'With OpenID, groups come only once the application has a groups claim: on its Sign On tab, under OpenID Connect ID Token, set a Groups claim filter.',
    'The tile on the Okta dashboard starts sign-in at Okta. Switch on IdP-initiated sign-in here if people should use it.',
  ],
};
