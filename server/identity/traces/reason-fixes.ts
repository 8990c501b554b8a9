import type { Explain, FixContext } from './explain.ts';

const named = (value: string | undefined, fallback: string) => (value ? value : fallback);

function isKnown({ words }: FixContext): boolean {
  return words.product !== 'the provider';
}

const clock: Explain = (context) => ({
  fix: `Compare the time ${context.there} with that of this server: both should be set by time servers. If a person only waited too long, beginning again is enough. A difference of ${context.provider.clockSkewSeconds} seconds is allowed now; Overview → Clock skew allows up to 600.`,
});

const ourKeys: Explain = (context) => ({
  fix: `The assertion is encrypted for a certificate that is not ours. Import our metadata ${context.there} again: ${context.ours.metadataUrl}`,
});

const issuer: Explain = (context) => ({
  ...(context.found && {
    problem: `The response comes from ${context.found}; this provider is ${named(context.expected, context.provider.issuer)}`,
  }),
  fix:
    context.provider.protocol === 'saml'
      ? 'Compare the entity ID under Overview with the one in the provider’s metadata, letter by letter. If it differs, import the metadata again (Certificates & metadata). If it is right, the response comes from another provider.'
      : 'Write the issuer under Overview exactly as the provider’s discovery document names it, with or without the slash at the end.',
});

/** By the key of a RefusalReason. */
export const reasonFixes: Readonly<Record<string, Explain>> = {
  'signature-missing': (context) => ({
    problem: 'Neither the response nor the assertion is signed',
    fix: `Switch on signing of the assertion (or of the response) ${context.there}, with RSA-SHA256.`,
  }),
  'signature-key': (context) =>
    context.provider.protocol === 'saml'
      ? {
          problem: context.found
            ? `The response is signed with the certificate ${context.found}, which is not one of this provider’s`
            : 'The signature of the response fits none of this provider’s certificates',
          fix: `Compare ${context.words.certificate} ${context.there} with those under Certificates & metadata. If the provider has a new one, import its metadata again or add the certificate. If they are the same, something on the way changed the message.`,
        }
      : {
          fix: `Portico reads the provider’s keys by itself, and has just read them again. Check that the issuer under Overview is that of the very application or tenant ${context.there} that people sign in to: another one there signs with other keys.`,
        },
  'signature-algorithm': (context) => ({
    ...(context.found && { problem: `The signature is made with ${context.found}, which is not taken` }),
    fix: `Let it be signed with RSA-SHA256 or better ${context.there}${context.provider.protocol === 'saml' ? '' : ' (RS256, PS256 or ES256)'}.`,
  }),
  'encryption-algorithm': (context) => ({
    ...(context.found && { problem: `The assertion is encrypted with ${context.found}, which is not taken` }),
    fix: `Choose AES-GCM or AES-CBC and RSA-OAEP ${context.there}. A dated exception can be made under Overview until then.`,
  }),
  'encrypted-for-other-key': ourKeys,
  'not-encrypted': (context) => ({
    problem: 'The assertion is not encrypted, and the settings require it',
    fix: `Switch on encryption ${context.there} and give it our certificate (Certificates & metadata), or switch off “Assertions must be encrypted” under Overview.`,
  }),
  audience: (context) =>
    context.provider.protocol === 'saml'
      ? {
          problem: `The response is for the audience ${named(context.found, 'of somebody else')}`,
          fix: `${capital(context.there)}, set ${context.words.audience} to ${named(context.expected, context.ours.entityId)}`,
        }
      : {
          problem: `The ID token is for the client ${named(context.found, 'of somebody else')}`,
          fix: `Copy the client ID of the application ${context.there} into Overview again. It must be ${named(context.found, 'the one that tokens are for')} on both sides.`,
        },
  recipient: (context) => ({
    problem: `The response is meant for the address ${named(context.found, 'of another site')}`,
    fix: `${capital(context.there)}, set ${context.words.acsUrl} to ${named(context.expected, context.ours.acsUrl)}`,
  }),
  destination: (context) => ({
    problem: `The response is meant for the address ${named(context.found, 'of another site')}`,
    fix: `${capital(context.there)}, set ${context.words.acsUrl} to ${named(context.expected, context.ours.acsUrl)} If a proxy stands before Portico, check that PORTICO_URL is the address that browsers use.`,
  }),
  issuer,
  'response-issuer': issuer,
  'in-response-to': () => ({
    fix: 'The response answers another request than the one that was sent. Begin again from the sign-in page, in one window only. If it always happens, the provider drops the request: let it send back InResponseTo.',
  }),
  'relay-state': (context) => ({
    fix: `The provider must send back the RelayState as it was given. Remove a default RelayState ${context.there}, and begin again from the sign-in page.`,
  }),
  'idp-initiated': () => ({
    fix: 'Begin from the sign-in page; or switch on “Sign-in may begin at the provider” under Overview.',
  }),
  expired: clock,
  'not-yet-valid': clock,
  clock,
  'too-old': () => ({
    fix: 'The person signed in at the provider long before. Let them sign out there and begin again; if it stays, check the clock of the provider.',
  }),
  'authn-instant': (context) => ({
    fix: `The provider did not ask the person to sign in anew, though the settings want it. Let it honour ForceAuthn ${context.there}, or switch it off under Overview.`,
  }),
  'auth-time': (context) => ({
    fix: `The provider did not ask the person to sign in anew, though the settings want it (prompt, max_age). Let it send auth_time ${context.there}, or switch it off under Overview.`,
  }),
  'authn-context': (context) => ({
    ...(context.found && {
      problem: `The person signed in by ${context.found}; asked for was ${named(context.expected, 'another way')}`,
    }),
    fix: 'Take the requested authentication contexts out under Overview, or let the provider offer one of them.',
  }),
  'email-attribute': (context) => ({
    ...(context.found && {
      problem: `No e-mail address was found${context.expected ? ` in ${context.expected}` : ''}. The provider sent: ${context.found}`,
    }),
    fix: `${capital(context.there)}, let the e-mail address be sent${isKnown(context) ? ` (${context.words.attributes})` : ''}. Or, if one of the attributes above holds it, name that one under Overview → E-mail attribute.`,
  }),
  'name-id': (context) => ({
    problem: 'The response names nobody: it has no usable NameID',
    fix: `${capital(context.there)}, set ${context.words.nameId} to Persistent or EmailAddress.`,
  }),
  'transient-name-id': (context) => ({
    problem: 'The NameID is transient: another one at every sign-in, so that nobody would be known again',
    fix: `${capital(context.there)}, set ${context.words.nameId} to Persistent or EmailAddress.`,
  }),
  subject: (context) => ({
    ...(context.found && {
      problem: `There is no usable ${named(context.expected, 'subject')}. The provider sent: ${context.found}`,
    }),
    fix: 'Name the claim that holds the lasting id of the person under Overview → Subject attribute.',
  }),
  status: (context) => ({
    problem: `The provider refused: ${named(context.found, 'without a reason')}`,
    fix: `Look into the sign-in log ${context.there}. Most often the person is not assigned to the application there, or the requested NameID format or authentication context is not offered.`,
  }),
  shape: () => ({
    fix: 'The message is not built as the standard says, or was changed on its way. Show the decoded message below to those who run the provider.',
  }),
  'client-secret': (context) => ({
    problem: 'The provider does not accept our client ID and secret',
    fix: `Make a new one ${context.there} (${context.words.secret}) and enter it under Overview. Check that it has not expired, and that the authentication method is the one that is set there.`,
  }),
  client: (context) => ({
    problem: 'The provider does not let this client use the authorization code flow',
    fix: `Check the client ID, and let the application be a web application with authorization codes ${context.there}.`,
  }),
  code: (context) => ({
    fix: `The provider did not take back its own code: it was used before, has expired, or belongs to another client or redirect URI. Check that ${context.words.redirectUri} is ${context.ours.redirectUri} and begin again.`,
  }),
  'redirect-uri': (context) => ({
    problem: 'The provider does not know our redirect URI',
    fix: `${capital(context.there)}, add to ${context.words.redirectUri}: ${named(context.expected, context.ours.redirectUri)}`,
  }),
  scope: (context) => ({
    fix: `A scope is not allowed for this client. Allow it ${context.there}, or change the scopes under Overview.`,
  }),
  discovery: (context) => ({
    fix: `Check the issuer under Overview: ${named(context.expected, context.provider.issuer)} must serve /.well-known/openid-configuration, and this server must be able to reach it.`,
  }),
  jwks: (context) => ({
    fix: `The provider’s keys could not be read${context.expected ? ` at ${context.expected}` : ''}. Check that this server can reach them, and that the key that signs is among them.`,
  }),
  'token-endpoint': () => ({
    fix: 'The token endpoint answered with what is no token. Check the addresses under Overview, and the log of the provider.',
  }),
  'id-token-missing': (context) => ({
    problem: 'The provider sent no ID token',
    fix: `Keep the scope openid under Overview, and let the application be one of OpenID Connect ${context.there}. For a provider of plain OAuth 2.0 add a provider of that kind.`,
  }),
  'access-token-hash': () => ({
    fix: 'The access token does not belong to the ID token. Begin again; if it stays, the provider or something before it mixes answers up.',
  }),
  nonce: () => ({
    fix: 'The ID token answers another sign-in. Begin again from the sign-in page, in one window only; if it always happens, the provider leaves out the nonce.',
  }),
  'at-issuer': issuer,
  userinfo: (context) => ({
    fix: `Userinfo could not be read${context.found ? ` (${context.found})` : ''}. Check its address and that the scopes allow it, or switch userinfo to “never” under Overview.`,
  }),
  'userinfo-subject': () => ({
    problem: 'Userinfo speaks of another person than the ID token',
    fix: 'The provider answers for the wrong person: tell those who run it. Until then, userinfo can be switched to “never” under Overview.',
  }),
  'authorization-error': (context) => ({
    problem: `The provider answered: ${named(context.found, 'an error')}`,
    fix: `Look into the sign-in log ${context.there}. Most often the person is not assigned to the application, or ${context.words.redirectUri} is not ${context.ours.redirectUri}`,
  }),
  cancelled: (context) => ({
    problem: `The sign-in was ended at the provider: ${named(context.found, 'without a reason')}`,
    fix: `If the person did not cancel it, check ${context.there} that they are assigned to the application and that consent is given.`,
  }),
  settings: (context) => ({
    problem: `The settings lack ${named(context.expected, 'something')}`,
    fix: 'Fill it in under Overview.',
  }),
  uid: (context) => ({
    fix: `The id of the person cannot be read exactly. Choose another claim under Overview → Subject attribute${context.found ? `; sent were: ${context.found}` : ''}.`,
  }),
  'email-unverified': (context) => ({
    problem: `The provider says that ${named(context.found, 'the e-mail address')} is not confirmed`,
    fix: 'The person must confirm the address at the provider. If the provider’s own administrators give out the addresses, verify their domain under Domains.',
  }),
  'domain-not-owned': (context) => ({
    fix: `If ${named(context.found, 'the domain')} belongs to this company, add it under Domains and verify it. Otherwise the person must sign in through their own company’s provider.`,
  }),
  'domain-unverified': (context) => ({
    fix: `Verify ${named(context.found, 'the domain')} under Domains: publish the TXT record that is shown there, or vouch for the domain.`,
  }),
  'internal-error': (context) => ({
    problem: `Something went wrong in Portico, reference ${named(context.found, 'unknown')}`,
    fix: `This is no fault of the provider or its settings. Look for the reference in the server’s log: it has the error itself. Then try again.`,
  }),
  group: (context) => ({
    ...(context.expected && {
      problem: `The person is in none of the groups ${context.expected}. The provider sent: ${named(context.found, 'no groups')}`,
    }),
    fix: context.found
      ? `Put the person into one of those groups, or allow one of theirs under Overview → Who may sign in. Names are compared letter by letter; some providers send ids.`
      : `Let groups be sent ${context.there}${isKnown(context) ? ` (${context.words.groups})` : ''}. Check Overview → Groups attribute.`,
  }),
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
