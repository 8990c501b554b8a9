import type { Preset } from './preset.ts';

export const keycloak: Preset = {
  id: 'keycloak',
  name: 'Keycloak',
  instructions: [
    {
      protocol: 'oidc',
      steps: [
        'In the Keycloak admin console, choose the realm, open Clients and click Create client.',
        'Leave Client type at OpenID Connect, give a Client ID such as `help-center`, and click Next.',
        'Switch Client authentication on, leave Standard flow ticked, and click Next.',
        'Under Valid redirect URIs enter {redirectUri}.',
        'Under Valid post logout redirect URIs enter {postLogoutRedirectUri}, and click Save.',
        'On the Settings tab, under Logout settings, switch Front channel logout off, enter {backchannelLogoutUri} as Backchannel logout URL, and switch Backchannel logout session required on. Click Save.',
        'From the Credentials tab, copy Client Secret into the field here. The client id is the one that you chose.',
        'To send groups, open Client scopes → the scope whose name ends in `-dedicated` → Configure a new mapper (or Add mapper → By configuration) → Group Membership. Give `groups` as Name and as Token Claim Name, and switch Full group path off.',
      ],
      hints: { issuer: 'Realm', clientId: 'Client ID', clientSecret: 'Client Secret' },
      defaults: { issuer: 'https://{host}/realms/{realm}', groupsAttribute: 'groups' },
      traps: [
        'Keycloak says email_verified only for people whose address it has verified: switch on Verify email in the realm’s Login settings, or set Email verified when people are imported. A false one is refused here even in a proved domain.',
        'While Front channel logout is on, Keycloak does not use the Backchannel logout URL: who signs out there stays signed in here.',
      ],
      documentation:
        'https://www.keycloak.org/docs/latest/server_admin/#con-basic-settings_server_administration_guide',
    },
    {
      protocol: 'saml',
      steps: [
        'In the Keycloak admin console, choose the realm, open Clients and click Create client.',
        'As Client type choose SAML. As Client ID enter {entityId}, and click Next.',
        'Under Valid redirect URIs enter {acsUrl}, and click Save.',
        'On the Settings tab, set Name ID format to persistent, and switch Force name ID format on.',
        'Under Signature and Encryption, switch Sign assertions on, and set Signature algorithm to RSA_SHA256.',
        'On the Keys tab, switch Client signature required off, unless you let requests be signed here.',
        'On the Advanced tab, enter {acsUrl} as Assertion Consumer Service POST Binding URL, and {logoutUrl} as Logout Service POST Binding URL.',
        'Open Client scopes → the scope whose name ends in `-dedicated` → Configure a new mapper (or Add mapper → By configuration) → User Property. Set Property to `email`, and SAML Attribute Name to `email`.',
        'To send groups, add the mapper Group list there, with `groups` as Group attribute name, Single Group Attribute on and Full group path off.',
        'Open Realm settings, and copy the address of “SAML 2.0 Identity Provider Metadata”; import it here.',
      ],
      hints: {
        entityId: 'entityID of the realm',
        signOnUrl: 'SingleSignOnService in the metadata',
        certificates: 'Realm settings → Keys, RS256, Certificate',
        metadataUrl: 'SAML 2.0 Identity Provider Metadata',
      },
      defaults: {
        metadataUrl: 'https://{host}/realms/{realm}/protocol/saml/descriptor',
        emailAttribute: 'email',
        groupsAttribute: 'groups',
      },
      traps: [
        'Client signature required is on in every new SAML client. Until it is off, or requests are signed here and our certificate is imported on the Keys tab, Keycloak answers “Invalid requester”.',
        'Signature algorithms that end in SHA1 are refused here.',
        'When the realm’s keys are rotated, the metadata address brings the new certificate here; without it, enter the certificate here first.',
      ],
      documentation: 'https://www.keycloak.org/docs/latest/server_admin/#_client-saml-configuration',
    },
  ],
  traps: [
    'With Full group path on, groups come as /Support instead of Support.',
    'Before version 17 the address has /auth in front of /realms.',
  ],
};
