import type { Preset } from './preset.ts';

export const entra: Preset = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the Microsoft Entra admin center, open Enterprise applications and click New application, then Create your own application.',
        'Give a name, choose “Integrate any other application you don’t find in the gallery (Non-gallery)”, and click Create.',
        'Under Users and groups, assign the people or groups who may sign in.',
        'Open Single sign-on and choose SAML. Edit Basic SAML Configuration.',
        'Under Identifier (Entity ID) enter {entityId}.',
        'Under Reply URL (Assertion Consumer Service URL) enter {acsUrl}.',
        'Under Logout Url enter {logoutUrl}, and click Save.',
        'Edit Attributes & Claims. Click Unique User Identifier (Name ID), set Name identifier format to Persistent and Source attribute to user.objectid, and click Save: it stays when somebody’s address changes.',
        'To send groups, still under Attributes & Claims, click Add a group claim, choose “Groups assigned to the application”, and Group ID as the source attribute.',
        'Under SAML Certificates, copy App Federation Metadata Url, and import it here.',
      ],
      hints: {
        entityId: 'Microsoft Entra Identifier',
        signOnUrl: 'Login URL',
        certificates: 'Certificate (Base64)',
        metadataUrl: 'App Federation Metadata Url',
        logoutUrl: 'Logout URL',
      },
      defaults: {
        emailAttribute: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
        nameAttribute: 'http://schemas.microsoft.com/identity/claims/displayname',
        groupsAttribute: 'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups',
      },
    },
    {
      protocol: 'oidc',
      steps: [
        'In the Microsoft Entra admin center, open App registrations and click New registration.',
        'Give a name, and under Supported account types choose the accounts of this organizational directory only (single tenant).',
        'Under Redirect URI choose Web, enter {redirectUri}, and click Register.',
        'From the Overview, copy Application (client) ID into the client id here, and Directory (tenant) ID into the issuer.',
        'Under Certificates & secrets click New client secret, and copy its Value (not the Secret ID) into the client secret here.',
        'Under Token configuration click Add optional claim, choose ID, and add email. Allow the Microsoft Graph email permission when asked.',
        'To send groups, click Add groups claim there, and choose “Groups assigned to the application”.',
      ],
      hints: {
        issuer: 'Directory (tenant) ID',
        clientId: 'Application (client) ID',
        clientSecret: 'Client secret, Value',
      },
      defaults: { issuer: 'https://login.microsoftonline.com/{tenant id}/v2.0', groupsAttribute: 'groups' },
    },
  ],
  traps: [
    'Entra ID leaves the groups out for people who are in more than 150 (SAML) or 200 (OpenID), and sends an address instead. This is seen here, and then nobody’s memberships are taken away; “Groups assigned to the application” keeps the list short.',
    'Groups come as object ids, not as names: enter the ids where groups are listed here.',
    'The attribute emailaddress is user.mail, which is empty for people without a mailbox. Change its source to user.userprincipalname if the sign-in names are e-mail addresses.',
    'The e-mail address in an OpenID token can be set by the tenant’s administrators and is not verified by Microsoft. It counts here only in domains that are proved for this provider.',
    'Client secrets expire after 24 months at the latest. Note the day.',
  ],
};
