import type { Preset } from './preset.ts';

export const jumpcloud: Preset = {
  id: 'jumpcloud',
  name: 'JumpCloud',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the JumpCloud Admin Portal, open SSO Applications (under Access or User Authentication), and click Add New Application. Choose Custom Application, and click Next.',
        'Choose Manage Single Sign-On (SSO) and Configure SSO with SAML. Click Next, give a Display Label, click Save Application, and then Configure Application.',
        'On the SSO tab, under IdP Entity ID enter a name that no other application has, such as `https://sso.jumpcloud.com/help-center`.',
        'Under SP Entity ID enter {entityId}.',
        'Under ACS URLs enter {acsUrl}.',
        'Set SAMLSubject NameID to username: it begins at email, which changes when somebody’s address does. Set SAMLSubject NameID Format to the one that ends in persistent, and Signature Algorithm to RSA-SHA256.',
        'Under Sign choose Assertion and Response (older consoles: tick Sign Assertion), and tick Declare Redirect Endpoint.',
        'Under User Attribute Mapping add the Service Provider Attribute Name `email` with email, and `displayName` with displayname. To send groups, tick include group attribute, and name it `groups`.',
        'On the User Groups tab, choose the groups whose people may sign in, and click Save.',
        'On the SSO tab, click Copy Metadata URL, and import it here.',
      ],
      hints: {
        entityId: 'IdP Entity ID',
        signOnUrl: 'IDP URL',
        certificates: 'IDP Certificate Valid → Download certificate',
        metadataUrl: 'Copy Metadata URL',
      },
      defaults: { emailAttribute: 'email', nameAttribute: 'displayName', groupsAttribute: 'groups' },
      traps: [
        'IdP Entity ID must differ for each application in JumpCloud, or it cannot be saved. Capital letters matter.',
        'The IDP URL can be chosen only until the application is saved for the first time.',
        'Without Declare Redirect Endpoint, JumpCloud’s metadata names only HTTP-POST. That works here, too.',
      ],
      documentation: 'https://jumpcloud.com/support/sso-using-custom-saml-application-connectors',
    },
    {
      protocol: 'oidc',
      steps: [
        'In the JumpCloud Admin Portal, open SSO Applications (under Access or User Authentication), and click Add New Application. Choose Custom Application, and click Next.',
        'Choose Manage Single Sign-On (SSO) and Configure SSO with OIDC. Click Next, give a Display Label, click Next, and then Configure Application.',
        'On the SSO tab, under Redirect URIs enter {redirectUri}, and set Client Authentication Type to Client Secret Basic.',
        'Under Login URL enter {initiateLoginUri}.',
        'Under Attribute Mapping, tick the Standard Scopes Email and Profile. To send groups, tick include group attribute, and name it `groups`.',
        'On the User Groups tab, choose the groups whose people may sign in. Click Activate, and copy Client ID and Client Secret into the fields here; the secret is shown only once.',
      ],
      hints: { clientId: 'Client ID', clientSecret: 'Client Secret' },
      defaults: { issuer: 'https://oauth.id.jumpcloud.com/', groupsAttribute: 'groups' },
      traps: [
        'The issuer ends in a slash. Outside of the United States the host is another one: take what the discovery document of your region says under issuer.',
        'JumpCloud has one issuer for all its customers, and one issuer can be used by one provider here. Take SAML for more than one company.',
      ],
      documentation: 'https://jumpcloud.com/support/sso-with-oidc',
    },
  ],
  traps: [
    'People who are in none of the application’s User Groups are refused by JumpCloud, before anything comes here.',
  ],
};
