import type { Preset } from './preset.ts';

export const google: Preset = {
  id: 'google',
  name: 'Google Workspace',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the Google Admin console, open Apps → Web and mobile apps, and click Add app → Add custom SAML app.',
        'Give an App name, and click Continue.',
        'Click Download metadata, import the file here, and click Continue there.',
        'Under ACS URL enter {acsUrl}.',
        'Under Entity ID enter {entityId}.',
        'Tick Signed response. Set Name ID format to EMAIL and Name ID to Basic Information > Primary email. Click Continue.',
        'Map Primary email to email, First name to firstName and Last name to lastName. To send groups, choose them under Group membership (optional), with the App attribute groups. Click Finish.',
        'Open User access, switch the app on for the organizational units whose people may sign in, and click Save.',
      ],
      hints: { entityId: 'Entity ID', signOnUrl: 'SSO URL', certificates: 'Certificate' },
      defaults: { emailAttribute: 'email', groupsAttribute: 'groups' },
    },
    {
      protocol: 'oidc',
      steps: [
        'In the Google Cloud console, choose a project of the company’s organization, and open APIs & Services → OAuth consent screen. Set the audience to Internal, so that only accounts of this organization get in.',
        'Open APIs & Services → Credentials, and click Create credentials → OAuth client ID.',
        'As Application type choose Web application, and give a name.',
        'Under Authorized redirect URIs enter {redirectUri}, and click Create.',
        'Copy Client ID and Client secret into the fields here. The issuer is https://accounts.google.com.',
      ],
      hints: { clientId: 'Client ID', clientSecret: 'Client secret' },
      defaults: { issuer: 'https://accounts.google.com' },
    },
  ],
  traps: [
    'Google’s metadata has no address: it cannot be refreshed. The certificate lasts five years; enter the next one here before it ends.',
    'With OpenID, Google sends no groups at all, and there is one issuer for everybody: only one provider here can use it. Take SAML for more than one company.',
    'Changes of User access take up to 24 hours to reach everybody.',
    'Google has no single logout for custom SAML apps.',
  ],
};
