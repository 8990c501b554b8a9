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
        'Leave Signed response as it is: Google signs the assertion without it, and the whole response with it. Both do.',
        'Set Name ID format to EMAIL and Name ID to Basic Information > Primary email. Click Continue.',
        'Click Add mapping, and map Primary email to `email`, First name to `firstName` and Last name to `lastName`. To send groups, choose them under Group membership (optional), with the App attribute `groups`. Click Finish.',
        'Click User access, switch the app on for the organizational units or groups whose people may sign in, and click Save.',
      ],
      hints: { entityId: 'Entity ID', signOnUrl: 'SSO URL', certificates: 'Certificate' },
      defaults: { emailAttribute: 'email', groupsAttribute: 'groups' },
      traps: [
        'Google’s metadata has no address, only a file: it cannot be refreshed here. The certificate lasts five years. Enter the next one here beside the current one before it is assigned to the app there.',
        'Google takes an ACS URL only when it starts with https://.',
        'Google sends the groups that are chosen under Group membership, 75 at most, and no others.',
        'Google has no single logout for custom SAML apps: leave Logout URL empty. Signing out here leaves the Google session open.',
        'The Name ID is the e-mail address, so somebody whose primary address changes comes as a new person, without their former requests.',
        'Changes of User access take up to 24 hours to reach everybody. Until then Google says app_not_enabled_for_user.',
      ],
      documentation: 'https://support.google.com/a/answer/6087519',
    },
    {
      protocol: 'oidc',
      steps: [
        'In the Google Cloud console, choose a project of the company’s organization, and open Google Auth Platform (formerly APIs & Services → OAuth consent screen). Click Get started if it is new.',
        'Under Audience choose Internal, so that only accounts of this organization get in.',
        'Under Clients (formerly APIs & Services → Credentials) click Create client. As Application type choose Web application, and give a name.',
        'Under Authorized redirect URIs enter {redirectUri}, and click Create.',
        'Copy Client ID and Client secret into the fields here. The issuer is `https://accounts.google.com`.',
      ],
      hints: { clientId: 'Client ID', clientSecret: 'Client secret' },
      defaults: { issuer: 'https://accounts.google.com' },
      traps: [
        'With OpenID, Google sends no groups at all. Take SAML if groups decide anything here.',
        'Google has one issuer for everybody, and one issuer can be used by one provider here. Take SAML for more than one company.',
        'Newer clients show the secret only once, while they are made.',
      ],
      documentation: 'https://support.google.com/cloud/answer/15549257',
    },
  ],
  traps: [],
};
