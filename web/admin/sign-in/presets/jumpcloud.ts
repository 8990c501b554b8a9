import type { Preset } from './preset.ts';

export const jumpcloud: Preset = {
  id: 'jumpcloud',
  name: 'JumpCloud',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the JumpCloud Admin Portal, open SSO Applications, and click Add New Application. Choose Custom Application, and click Next.',
        'Choose Manage Single Sign-On (SSO) and Configure SSO with SAML. Click Next, give a Display Label, click Save Application, and then Configure Application.',
        'On the SSO tab, under IdP Entity ID enter a name that no other application has, such as https://sso.jumpcloud.com/help-center.',
        'Under SP Entity ID enter {entityId}.',
        'Under ACS URLs enter {acsUrl}.',
        'Set SAMLSubject NameID to a value that never changes, such as user id or username, and SAMLSubject NameID Format to persistent. Set Signature Algorithm to RSA-SHA256, and tick Sign Assertion.',
        'Tick Declare Redirect Endpoint.',
        'Under Attributes add email with the value email, and displayName with the value displayname. To send groups, tick include group attribute and name it groups.',
        'On the User Groups tab, choose the groups whose people may sign in, and click Save.',
        'On the SSO tab, click Copy Metadata URL, and import it here.',
      ],
      hints: {
        entityId: 'IdP Entity ID',
        signOnUrl: 'IDP URL',
        certificates: 'IDP Certificate',
        metadataUrl: 'Copy Metadata URL',
      },
      defaults: { emailAttribute: 'email', nameAttribute: 'displayName', groupsAttribute: 'groups' },
    },
    {
      protocol: 'oidc',
      steps: [
        'In the JumpCloud Admin Portal, open SSO Applications, and click Add New Application. Choose Custom Application, and click Next.',
        'Choose Manage Single Sign-On (SSO) and Configure SSO with OIDC. Click Next, give a Display Label, and click Save Application, then Configure Application.',
        'On the SSO tab, under Redirect URIs enter {redirectUri}, and set Client Authentication Type to Client Secret Basic.',
        'Under Login URL enter {initiateLoginUri}.',
        'Under Attribute Mapping tick Email and Profile. To send groups, tick include group attribute and name it groups.',
        'On the User Groups tab, choose the groups whose people may sign in. Click Activate, and copy Client ID and Client Secret into the fields here; the secret is shown only once.',
      ],
      hints: { clientId: 'Client ID', clientSecret: 'Client Secret' },
      defaults: { issuer: 'https://oauth.id.jumpcloud.com/', groupsAttribute: 'groups' },
    },
  ],
  traps: [
    'Without Declare Redirect Endpoint, JumpCloud’s metadata names only HTTP-POST. That works here, too.',
    'With OpenID, JumpCloud has one issuer for all its customers: only one provider here can use it. Take SAML for more than one company.',
    'IdP Entity ID must differ for each application in JumpCloud, or it cannot be saved.',
  ],
};
