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
        'Set Name ID format to Persistent, and Application username to Custom with `user.getInternalProperty("id")`: it stays when somebody’s address changes.',
        'Click Next, then Finish. On the Assignments tab, assign the people or groups who may sign in.',
        'On the Sign On tab, under Attribute Statements, click Add expression. Give the Name `email` and the Expression `user.profile.email`; then the Name `displayName` and the Expression `user.profile.displayName`.',
        'To send groups, click Show legacy configuration there, and Edit. Under Group Attribute Statements, give the Name `groups` and a Filter, such as Starts with and the beginning of the names.',
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
      traps: [
        'Older Okta organizations ask for the attribute statements while the app is made: there the values are user.email and user.displayName, and the Group Attribute Statements stand below them.',
        'Without a group filter no groups come. The filter Matches regex with .* sends all of a person’s groups, Everyone too.',
        'The tile on the Okta dashboard starts sign-in at Okta. Switch on IdP-initiated sign-in here if people should use it.',
      ],
      documentation: 'https://help.okta.com/en-us/Content/Topics/Apps/federated-claims-overview.htm',
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
        'To send groups, open the Sign On tab and click Edit in the section OpenID Connect ID Token. Set Groups claim type to Filter, and Groups claim filter to `groups` and a condition, such as Starts with and the beginning of the names.',
      ],
      hints: { issuer: 'Okta domain', clientId: 'Client ID', clientSecret: 'Client secret' },
      defaults: { issuer: 'https://{your company}.okta.com', scopes: 'openid email profile groups' },
      traps: [
        'Groups come only with both: the Groups claim filter there, and the scope groups here. Okta refuses the sign-in when the filter lets through more than 100.',
        'The issuer is the host name alone, as in https://company.okta.com, unless the company uses a custom authorization server: then it ends in /oauth2/ and the server’s id, and the groups claim is made there.',
      ],
      documentation: 'https://developer.okta.com/docs/guides/customize-tokens-groups-claim/',
    },
  ],
  traps: ['A person who is not assigned to the application is refused by Okta, before anything comes here.'],
};
