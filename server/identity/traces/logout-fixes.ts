import type { Explain } from './explain.ts';

/** What to say of a refused sign-out, by the key of its reason; `there` says where, in the words of the product. */
export const logoutFixes: Readonly<Record<string, Explain>> = {
  'logout-disabled': (context) => ({
    fix: `Enable ${context.provider.name} under Overview, if its people are to sign in and out. Otherwise take our sign-out address away ${context.there}.`,
  }),
  'logout-unsigned': (context) => ({
    fix: `Let sign-out messages be signed ${context.there}. Unsigned ones are never obeyed: anybody could sign people out with them.`,
  }),
  'logout-signature': (context) => ({
    problem: 'The signature of the sign-out message is not one of this provider’s',
    fix: `Compare ${context.words.certificate} ${context.there} with those under Certificates & metadata. If the provider has a new one, import its metadata again or add the certificate.`,
  }),
  'logout-destination': (context) => ({
    fix: `Set the single logout address ${context.there} to ${context.expected ?? context.ours.logoutUrl}`,
  }),
  'logout-encrypted-id': (context) => ({
    fix: `Let the name of the person (NameID) in sign-out requests be sent unencrypted ${context.there}; the message itself goes over https.`,
  }),
  'logout-unknown': () => ({
    fix: 'The answer belongs to no sign-out that was begun in this browser within the last 10 minutes. Nothing has to be mended when it happens once; if it always happens, the provider drops the request: let it send back InResponseTo and RelayState (or state).',
  }),
  'logout-status': (context) => ({
    fix: `Here the person is signed out. Why the provider did not end its own session stands in its log. Most often our certificate is missing ${context.there}: import our metadata again (${context.ours.metadataUrl}).`,
  }),
  'logout-replayed': () => ({
    fix: 'The same message came before and was obeyed then. Nothing has to be mended when it happens once: the provider tries again when it has not seen our answer.',
  }),
  'logout-shape': () => ({
    fix: 'The message is not built as the standard says, or was changed on its way. Show the decoded message below to those who run the provider.',
  }),
  'logout-token': (context) => ({
    fix: `What was sent is no logout token of OpenID Connect Back-Channel Logout. Check that the address ${context.ours.backchannelLogoutUri} is entered ${context.there} as back-channel logout URL, and nowhere else.`,
  }),
  'logout-audience': (context) => ({
    problem: 'The logout token is for another client',
    fix: `Copy the client ID of the application ${context.there} into Overview again.`,
  }),
  'logout-front-channel': (context) => ({
    fix: `Let the provider send its issuer and the session (iss and sid) with the call: ${context.there}, switch on that a session is required for front-channel logout. The issuer must be ${context.provider.issuer}`,
  }),
};
