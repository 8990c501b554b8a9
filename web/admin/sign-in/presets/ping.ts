import type { Preset } from './preset.ts';

export const pingOne: Preset = {
  id: 'ping',
  name: 'PingOne',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the PingOne admin console, open Applications → Applications and click the + icon. Give an Application name, choose SAML Application, and click Configure.',
        'Choose Manually Enter. Under ACS URLs enter {acsUrl}.',
        'Under Entity ID enter {entityId}, and click Save.',
        'On the Attribute Mappings tab, click the pencil. Leave saml_subject at User ID. Add `email` with Email Address, `displayName` with Formatted (the formatted name), and `groups` with Group Names. Click Save.',
        'On the Configuration tab, click the pencil. Choose Sign Assertion & Response with RSA_SHA256, enter {logoutUrl} as SLO Endpoint, and set Subject NameID Format to `urn:oasis:names:tc:SAML:2.0:nameid-format:persistent`. Click Save.',
        'On the Access tab, choose the groups whose people may sign in; with none, everybody may.',
        'Switch the application on with the toggle at its top.',
        'From the Configuration tab, copy IDP Metadata URL, and import it here.',
      ],
      hints: {
        entityId: 'Issuer ID',
        signOnUrl: 'Single Signon Service',
        certificates: 'Download Signing Certificate, X509 PEM (.crt)',
        metadataUrl: 'IDP Metadata URL',
        logoutUrl: 'Single Logout Service',
      },
      defaults: { emailAttribute: 'email', nameAttribute: 'displayName', groupsAttribute: 'groups' },
      traps: [
        'The name is empty for people who have no formatted name in PingOne. The e-mail address stands for it here.',
      ],
      documentation: 'https://docs.pingidentity.com/pingone/applications/p1_edit_application_saml.html',
    },
    {
      protocol: 'oidc',
      steps: [
        'In the PingOne admin console, open Applications → Applications and click the + icon. Give an Application name, choose OIDC Web App, and click Save.',
        'On the Configuration tab, click the pencil. Leave the response type Code and the grant type Authorization Code, and set PKCE Enforcement to S256_REQUIRED.',
        'Under Redirect URIs enter {redirectUri}.',
        'Under Signoff URLs enter {postLogoutRedirectUri}, and click Save.',
        'On the Resources tab (or under Resource Access), allow the scopes `email` and `profile`.',
        'To send groups, open the Attribute Mappings tab, and add `groups` with Group Names.',
        'Switch the application on with the toggle at its top.',
        'From the Configuration tab, copy Issuer, Client ID and Client Secret into the fields here.',
      ],
      hints: { issuer: 'Issuer', clientId: 'Client ID', clientSecret: 'Client Secret' },
      defaults: { issuer: 'https://auth.pingone.com/{environment id}/as', groupsAttribute: 'groups' },
      traps: [
        'The host of the issuer depends on the region: auth.pingone.com, .eu, .ca, .asia or .com.au. A custom domain changes it, too: copy it as it stands.',
      ],
      documentation: 'https://docs.pingidentity.com/pinggateway/2025.3/pingone/oidc-ping.html',
    },
  ],
  traps: ['A new application is off until its toggle is switched on.'],
};

export const pingFederate: Preset = {
  id: 'pingfederate',
  name: 'PingFederate',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In the PingFederate administrative console, open Applications → Integration → SP Connections, and click Create Connection. Choose “Do not use a template for this connection”.',
        'On the Connection Type tab tick Browser SSO Profiles, with the protocol SAML 2.0. Click Next up to Import Metadata.',
        'On the Import Metadata tab choose URL and enter {metadataUrl}; or choose File with what you saved from there.',
        'On the General Info tab, see that Partner’s Entity ID says {entityId}.',
        'On the Browser SSO tab click Configure Browser SSO. Under SAML Profiles tick SP-Initiated SSO and SP-Initiated SLO.',
        'Under Assertion Creation click Configure Assertion Creation. For Identity Mapping choose Standard, and extend the Attribute Contract by `email`, `displayName` and `groups`.',
        'Map your adapter or authentication policy, and fulfil the contract: SAML_SUBJECT with something that never changes (such as objectGUID), email with the e-mail address, displayName with the full name, groups with the group memberships.',
        'Under Protocol Settings, see that Assertion Consumer Service URL says {acsUrl} with the binding POST. Under Allowable SAML Bindings leave POST and Redirect alone. Under Signature Policy tick that the assertion is always signed.',
        'On the Credentials tab click Configure Credentials, and choose the signing certificate with RSA SHA256.',
        'Save, and switch the connection on. In the list of SP connections choose Select Action → Export Metadata, and import the file here.',
      ],
      hints: {
        entityId: 'SAML 2.0 Entity ID, under System → Protocol Settings → Federation Info',
        signOnUrl: 'Base URL, followed by /idp/SSO.saml2',
        certificates: 'Digital signing certificate of the connection',
        logoutUrl: 'Base URL, followed by /idp/SLO.saml2',
      },
      defaults: { emailAttribute: 'email', nameAttribute: 'displayName', groupsAttribute: 'groups' },
      traps: [
        'The metadata comes as a file: it cannot be refreshed here. Enter the next signing certificate here before the connection uses it.',
        'With a transient identifier under Identity Mapping, nobody could be known again: it is refused here.',
        'Groups of Active Directory come as distinguished names (CN=Support,OU=…) unless the fulfilment cuts them: enter them here as they come.',
      ],
      documentation:
        'https://docs.pingidentity.com/r/en-us/solution-guides/htg_set_up_pingfed_as_fedhub_sp_connection',
    },
    {
      protocol: 'oidc',
      steps: [
        'In the PingFederate administrative console, open Applications → OAuth → Clients, and click Add Client.',
        'Give a Client ID, such as `help-center`, and a Name.',
        'Set Client Authentication to Client Secret, and click Generate Secret. Copy it into the client secret here: it is shown only now.',
        'Under Redirect URIs enter {redirectUri}, and click Add.',
        'Under Allowed Grant Types tick Authorization Code, and tick Require Proof Key for Code Exchange (PKCE).',
        'Under OpenID Connect choose an RSA or EC algorithm as ID Token Signing Algorithm, and the Policy whose contract has `email`, `name` and, if you use them, `groups`.',
        'Click Save. The issuer is what `https://{host}/.well-known/openid-configuration` says under issuer: the Base URL.',
      ],
      hints: {
        issuer: 'Base URL, under System → Protocol Settings → Federation Info',
        clientId: 'Client ID',
        clientSecret: 'Client Secret',
      },
      defaults: { issuer: 'https://{host}:9031' },
      traps: [
        'Without an OpenID Connect policy there is no ID token: make one under Applications → OAuth → OpenID Connect Policy Management.',
        'PingFederate says nothing of email_verified unless the policy’s contract has it. An address counts here in domains that are proved for this provider.',
      ],
      documentation:
        'https://docs.pingidentity.com/solution-guides/customer_use_cases/htg_oidc_app_setup_pf.html',
    },
  ],
  traps: [],
};
