import type { Preset } from './preset.ts';

export const entra: Preset = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the Microsoft Entra admin center, open Enterprise applications (newer menus say Enterprise apps), click New application, then Create your own application.',
        'Give a name, choose “Integrate any other application you don’t find in the gallery (Non-gallery)”, and click Create.',
        'Under Users and groups, assign the people or groups who may sign in.',
        'Open Single sign-on and choose SAML. Click Edit beside Basic SAML Configuration.',
        'Under Identifier (Entity ID) enter {entityId}.',
        'Under Reply URL (Assertion Consumer Service URL) enter {acsUrl}.',
        'Leave Sign on URL empty. Under Logout Url enter {logoutUrl}, and click Save.',
        'Click Edit beside Attributes & Claims. Click Unique User Identifier (Name ID), set Name identifier format to Persistent and Source attribute to `user.objectid`, and click Save: it stays when somebody’s address changes.',
        'To send groups, still under Attributes & Claims, click Add a group claim, choose “Groups assigned to the application”, and Group ID as Source attribute.',
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
      traps: [
        'Entra ID leaves the groups out for people who are in more than 150, nested ones counted, and sends an address instead. This is seen here, and then nobody’s memberships are taken away. “Groups assigned to the application” keeps the list short.',
        'The attribute emailaddress is user.mail, which is empty for people without a mailbox. Change its source to user.userprincipalname if the sign-in names are e-mail addresses.',
        'A signing certificate lasts three years. When a new one is made and activated under SAML Certificates, the metadata address brings it here; without the address, enter it here first.',
      ],
      documentation:
        'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/add-application-portal-setup-sso',
    },
    {
      protocol: 'oidc',
      steps: [
        'In the Microsoft Entra admin center, open App registrations and click New registration.',
        'Give a name, and under Supported account types choose the accounts of this organizational directory only (single tenant).',
        'Under Redirect URI choose Web, enter {redirectUri}, and click Register.',
        'From the Overview, copy Application (client) ID into the client id here, and Directory (tenant) ID into the issuer.',
        'Under Authentication, enter {frontchannelLogoutUri} as Front-channel logout URL, and click Save.',
        'Under Certificates & secrets click New client secret, and copy its Value (not the Secret ID) into the client secret here.',
        'Under Token configuration click Add optional claim, choose ID, and tick `email` and `sid`. Allow the Microsoft Graph email permission when asked.',
        'To send groups, click Add groups claim there, choose “Groups assigned to the application”, and assign these groups under Enterprise applications → Users and groups.',
      ],
      hints: {
        issuer: 'Directory (tenant) ID',
        clientId: 'Application (client) ID',
        clientSecret: 'Client secret, Value',
      },
      defaults: { issuer: 'https://login.microsoftonline.com/{tenant id}/v2.0', groupsAttribute: 'groups' },
      traps: [
        'Entra ID never says whether an e-mail address is verified (email_verified), and administrators there can enter any. So an address counts here only in domains that are proved for this provider: prove the company’s domains in the next step.',
        'Entra ID leaves the groups out for people who are in more than 200, nested ones counted, and sends a link instead. This is seen here, and then nobody’s memberships are taken away. “Groups assigned to the application” keeps the list short.',
        'The addresses with common, organizations or consumers in the place of the tenant id serve every company, and are refused: enter the tenant’s own.',
        'Client secrets expire after 24 months at the latest. Note the day.',
      ],
      documentation: 'https://learn.microsoft.com/en-us/entra/identity-platform/optional-claims-reference',
    },
  ],
  traps: [
    'Groups come as object ids, not as names: enter the ids where groups are listed here.',
    'With “Groups assigned to the application”, people must be direct members of an assigned group: nested groups do not count, and assigning groups needs Entra ID P1. App roles do without groups: assign people to roles, and enter roles as the groups attribute (with SAML http://schemas.microsoft.com/ws/2008/06/identity/claims/role).',
  ],
};
