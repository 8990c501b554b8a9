import type { Preset } from './preset.ts';

export const keycloak: Preset = {
  id: 'keycloak',
  name: 'Keycloak',
  instructions: [
    {
      protocol: 'oidc',
      steps: [
        'In the Keycloak admin console, choose the realm, open Clients and click Create client.',
        'Leave Client type at OpenID Connect, give a Client ID such as help-center, and click Next.',
        'Switch Client authentication on, leave Standard flow ticked, and click Next.',
        'Under Valid redirect URIs enter {redirectUri}.',
        'Under Valid post logout redirect URIs enter {postLogoutRedirectUri}, and click Save.',
        'On the Settings tab, under Logout settings, enter {backchannelLogoutUri} as Backchannel logout URL and switch Backchannel logout session required on.',
        'From the Credentials tab, copy Client Secret into the field here. The client id is the one that you chose.',
        'To send groups, open Client scopes → the scope that ends in -dedicated → Add mapper → By configuration → Group Membership. Name it and its Token Claim Name groups, and switch Full group path off.',
      ],
      hints: { issuer: 'Realm', clientId: 'Client ID', clientSecret: 'Client Secret' },
      defaults: { issuer: 'https://{host}/realms/{realm}', groupsAttribute: 'groups' },
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
        'Open Client scopes → the scope that ends in -dedicated → Add mapper → By configuration → User Property. Set Property to email, and SAML Attribute Name to email.',
        'To send groups, add the mapper Group list there, with Group attribute name groups and Full group path off.',
        'Open Realm settings, and copy the address of “SAML 2.0 Identity Provider Metadata”; import it here.',
      ],
      hints: {
        entityId: 'entityID of the realm',
        metadataUrl: 'SAML 2.0 Identity Provider Metadata',
      },
      defaults: {
        metadataUrl: 'https://{host}/realms/{realm}/protocol/saml/descriptor',
        emailAttribute: 'email',
        groupsAttribute: 'groups',
      },
    },
  ],
  traps: [
    'Keycloak says email_verified only for people whose address it has verified: switch on Verify email in the realm’s Login settings, or set Email verified when people are imported.',
    'With Full group path on, groups come as /Support instead of Support.',
    'Before version 17 the address has /auth in front of /realms.',
  ],
};
