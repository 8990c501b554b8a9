import { oidcAddresses, samlAddresses } from '../providers/addresses.ts';
import type { Provider } from '../providers/store.ts';
import type { RefusalReason } from '../sign-in/refusal.ts';
import { logoutFixes } from './logout-fixes.ts';
import { type ProductWords, wordsOf } from './products.ts';
import { reasonFixes } from './reason-fixes.ts';

/** Why a sign-in was refused, for administrators. */
export interface Explanation {
  /** what was wrong, in a sentence */
  readonly problem: string;
  /** what will most likely mend it, and where */
  readonly fix: string;
}

/** All that a fix is made of. */
export interface FixContext {
  readonly words: ProductWords;
  /** “in Okta”; “at the provider” for products that are not known */
  readonly there: string;
  readonly provider: Pick<Provider, 'id' | 'name' | 'protocol' | 'preset' | 'issuer' | 'clockSkewSeconds'>;
  readonly ours: {
    readonly entityId: string;
    readonly acsUrl: string;
    readonly redirectUri: string;
    readonly jwksUri: string;
    readonly metadataUrl: string;
    readonly logoutUrl: string;
    readonly backchannelLogoutUri: string;
  };
  readonly found: string | undefined;
  readonly expected: string | undefined;
}

/** What to say of one reason; without a problem, the refusal’s own detail is said. */
interface Fix {
  readonly problem?: string;
  readonly fix: string;
}

export type Explain = (context: FixContext) => Fix;

/** What is explained: of a trace, or of a dry run that was refused. */
export interface ExplainedRefusal {
  readonly code: string;
  readonly detail: string;
  readonly reason: RefusalReason | null;
}

const log = 'Begin again from the sign-in page; if it happens again, look at the steps below.';

/** Where no exact reason was noted. */
const codeFixes: Record<string, string> = {
  provider_unknown: 'The address names no provider of this kind. Copy the address from Overview again.',
  provider_disabled:
    'Fill in what is missing under Overview, test it, and enable the provider. People get in once it is enabled.',
  attempt_unknown: `The sign-in took longer than 10 minutes, was begun in another browser or window, or came back a second time. ${log} A browser that blocks cookies of this site cannot sign in.`,
  response_invalid: 'Compare the settings with those at the provider, and read the step that failed below.',
  response_expired:
    'The clocks differ, or the response was on its way for too long. Check that the provider’s clock is set by time servers, or allow more clock skew under Overview.',
  assertion_reused:
    'The same response was sent twice: a page was loaded again, or somebody replays it. Begin again from the sign-in page.',
  email_missing: 'Let the provider send the e-mail address, or name its attribute under Overview.',
  email_unverified: 'The person must confirm the e-mail address at the provider first.',
  domain_not_owned:
    'Add the domain under Domains and verify it, if it belongs to this company. Otherwise the person must sign in through the provider of their own company.',
  account_exists:
    'Another account has this e-mail address. Verify its domain for this provider under Domains, so that the two may be linked, or give the person at the provider the address of their own account.',
  account_locked:
    'Too many wrong second factors were entered. It opens by itself after a quarter of an hour; under People, “Second factor” lets the person in at once.',
  account_inactive: 'Activate the account under People, if the person may come in again.',
  creation_disabled:
    'Invite the person under People first, or let the provider create accounts (Overview → Who may sign in).',
  staff_not_admitted:
    'Agents and administrators sign in through your own provider. Let this one sign in staff (Overview → Who may sign in) only if it is your own company’s.',
  provider_unreachable:
    'Portico could not reach the provider. Check the addresses under Overview, and that this server may connect to them (firewall, proxy, DNS, certificate).',
  provider_error: 'The provider answered with an error. Its own log says more.',
  group_not_allowed:
    'Put the person into one of the allowed groups at the provider, or add a group of theirs under Overview → Who may sign in.',
  groups_incomplete:
    'The person is in more groups than the provider sends. Let it send only the groups that matter to Portico.',
  idp_initiated_off:
    'Begin from the sign-in page, or switch on sign-in that begins at the provider under Overview.',
  algorithm_weak:
    'Let the provider sign with RSA-SHA256 or better and encrypt with AES-GCM or AES-CBC and RSA-OAEP. Until then a dated exception can be made under Overview.',
  logout_refused:
    'Compare the sign-out settings with those at the provider, and read the step that failed below.',
  internal_error:
    'This is no fault of the provider or its settings. Look for the reference in the server’s log: it has the error itself. Then try again.',
  sign_in_cancelled: 'The person or the provider ended it. Nothing has to be mended here; try again.',
};

/**
 * Says why a sign-in was refused and how to mend it, in the words of the product that the provider is.
 *
 * @param url of this site, for our addresses
 */
export function explainRefusal(
  provider: FixContext['provider'],
  url: URL,
  refusal: ExplainedRefusal,
): Explanation {
  const { code, detail, reason } = refusal;
  const saml = samlAddresses(url, provider.id);
  const { redirectUri, jwksUri, backchannelLogoutUri } = oidcAddresses(url, provider.id);
  const words = wordsOf(provider.preset);
  const context: FixContext = {
    words,
    there: words.product === 'the provider' ? 'at the provider' : `in ${words.product}`,
    provider,
    ours: {
      entityId: saml.entityId,
      acsUrl: saml.acsUrl,
      metadataUrl: saml.metadataUrl,
      logoutUrl: saml.logoutUrl,
      backchannelLogoutUri,
      redirectUri,
      jwksUri,
    },
    found: reason?.found,
    expected: reason?.expected,
  };
  const exact = reason && (reasonFixes[reason.key] ?? logoutFixes[reason.key])?.(context);
  return {
    problem: asSentence(exact?.problem ?? detail),
    fix: exact?.fix ?? codeFixes[code] ?? log,
  };
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
