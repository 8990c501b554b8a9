import type { Preset } from './preset.ts';

export const auth0: Preset = {
  id: 'auth0',
  name: 'Auth0',
  instructions: [
    {
      protocol: 'oidc',
      steps: [
        'In the Auth0 Dashboard, open Applications → Applications and click Create Application. Give a name, choose Regular Web Applications, and click Create.',
        'On the Settings tab, under Allowed Callback URLs enter {redirectUri}.',
        'Under Allowed Logout URLs enter {postLogoutRedirectUri}, and click Save Changes.',
        'Copy Client ID and Client Secret into the fields here. The issuer is https:// with the Domain and a slash at its end.',
        'On the Connections tab, leave on only the connections whose people may sign in.',
      ],
      hints: { issuer: 'Domain', clientId: 'Client ID', clientSecret: 'Client Secret' },
      defaults: { issuer: 'https://{tenant}.{region}.auth0.com/' },
      traps: [
        'Auth0’s issuer ends in a slash. Without it, the discovery document does not match, and sign-in is refused.',
        'With a custom domain, the issuer is the custom domain: take it for every address of this provider.',
        'Auth0 sends no groups or roles by itself. An Action after login must add them as a claim whose name is an address, such as https://help.example/groups; enter that name as the groups attribute.',
      ],
    },
    {
      protocol: 'saml',
      steps: [
        'In the Auth0 Dashboard, open Applications → Applications and click Create Application. Give a name, choose Regular Web Applications, and click Create.',
        'On the Addons tab, switch on SAML2 Web App.',
        'On its Settings tab, under Application Callback URL enter {acsUrl}.',
        'In the Settings below, set "audience" to {entityId}, "signatureAlgorithm" to `rsa-sha256` and "digestAlgorithm" to `sha256`.',
        'To sign people out there and here together, set "logout" to { "callback": "…" } with {logoutUrl} between the quotation marks.',
        'Click Enable or Save at the end. On the Usage tab, copy the address of Identity Provider Metadata → Download, and import it here.',
        'On the Connections tab of the application, leave on only the connections whose people may sign in.',
      ],
      hints: {
        entityId: 'Issuer',
        signOnUrl: 'Identity Provider Login URL',
        certificates: 'Identity Provider Certificate',
        metadataUrl: 'Identity Provider Metadata',
      },
      defaults: {
        metadataUrl: 'https://{tenant}.{region}.auth0.com/samlp/metadata/{client id}',
        emailAttribute: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
        nameAttribute: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
      },
      traps: [
        'The addon may sign with SHA-1 unless both algorithms are set; that is refused here.',
        'Auth0 sends no groups or roles by itself. An Action after login must add them with api.samlResponse.setAttribute; enter the attribute’s name as the groups attribute.',
      ],
      documentation:
        'https://auth0.com/docs/authenticate/protocols/saml/saml-sso-integrations/enable-saml2-web-app-addon',
    },
  ],
  traps: [
    'A database connection with open sign-up lets anybody make an account. Switch sign-ups off, or the connection off.',
  ],
};
