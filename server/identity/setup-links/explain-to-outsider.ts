import type { Provider } from '../providers/store.ts';
import { type Explanation, explainRefusal } from '../traces/explain.ts';
import type { Trace } from '../traces/store.ts';

type Refusal = Pick<Trace, 'code' | 'detail' | 'reason'>;

const ask = 'Ask whoever sent you the link';

/** By the key of a reason, where what mends it is not for whoever has a set-up link to do. */
const fixes: Readonly<Record<string, string>> = {
  'not-encrypted':
    'Switch on encryption of assertions at your provider, with the certificate in our metadata: this site requires it.',
  'encryption-algorithm': 'Let your provider encrypt with AES-GCM or AES-CBC and RSA-OAEP.',
  'idp-initiated': 'Begin the test here, not from the list of applications at your provider.',
  'authn-instant': `Your provider did not ask for the sign-in anew, as this site wants it. Let it honour ForceAuthn. ${ask} if it cannot.`,
  'auth-time': `Your provider did not ask for the sign-in anew, as this site wants it. Let it honour prompt and max_age and send auth_time. ${ask} if it cannot.`,
  'authn-context': `Let your provider offer one of the ways to sign in that this site asks for. ${ask} if it cannot.`,
  'token-endpoint': 'Compare the addresses in step 2 with those of your provider, and look into its log.',
  userinfo: 'Check that your provider lets the scopes of step 2 read userinfo, and look into its log.',
  'userinfo-subject':
    'Your provider answers for another person than the one who signed in. Look into its log.',
  group: `Let your provider send the groups of the person, under the name that step 2 has. ${ask} which groups may sign in; names are compared letter by letter, and some providers send ids.`,
  'internal-error': `This is no fault of your provider or of what you filled in. Test again; if it stays, tell whoever sent you the link the reference of this test.`,
  'email-unverified':
    'The person must confirm the address at your provider, or your provider must say that it is confirmed (email_verified).',
  'signature-key':
    'Compare the signing certificate at your provider with the one in step 2. If your provider has a new one, read its metadata again in step 2, or add the certificate. If they are the same, something on the way changed the message.',
  'id-token-missing': `Keep the scope openid in step 2, and let the application be one of OpenID Connect. ${ask} if your provider speaks plain OAuth 2.0 only.`,
};

/** Also what the rules of the site are is not for them to read. */
const problems: Readonly<Record<string, string>> = {
  group: 'The person is in none of the groups that may sign in.',
  'internal-error': 'Something went wrong on this site.',
};

const clocks = new Set(['expired', 'not-yet-valid', 'clock']);

/** The places that administrators have, as the page behind a set-up link has them. */
const places: readonly (readonly [RegExp, string])[] = [
  [/Begin again from the sign-in page/g, 'Begin the test again'],
  [/begin again from the sign-in page/g, 'begin the test again'],
  [/ ?If a proxy stands before Portico[^.]*\./g, ''],
  [/under (?:Overview → )([A-Z][\w-]*(?: attribute)?)/g, 'in step 2, under $1'],
  [/Check Overview → ([A-Z][\w-]*(?: attribute)?)/g, 'Check $1 in step 2'],
  [/into Overview/g, 'into step 2'],
  [/under (?:Overview|Certificates & metadata)/g, 'in step 2'],
  [/\(Certificates & metadata\)/g, '(step 2)'],
  [/\bPortico\b/g, 'this site'],
];

/**
 * Why a sign-in was refused, for whoever has a set-up link: what they can mend, and where on their page. It names none of the
 * places and none of the rules that are administrators' alone.
 *
 * @param url of this site, for our addresses
 */
export function explainToOutsider(refusal: Refusal, provider: Provider, url: URL): Explanation {
  const { code, detail, reason } = refusal;
  const { problem, fix } = explainRefusal(provider, url, {
    code: code ?? '',
    detail: detail ?? 'The sign-in was refused',
    reason,
  });
  const key = reason?.key ?? '';
  if (clocks.has(key)) {
    return {
      problem: here(problem),
      fix: `The clocks of this site and of your provider differ. Let your provider’s be set by time servers. ${ask} if it stays.`,
    };
  }
  return {
    problem: problems[key] ?? here(problem),
    fix: fixes[key] ?? (reason ? null : codeFixes[code ?? '']) ?? here(fix),
  };
}

const codeFixes: Readonly<Record<string, string>> = {
  provider_disabled: 'Fill in what is missing in step 2, save, and test again.',
  provider_unreachable:
    'This site could not reach your provider. Check the addresses in step 2, and that your provider can be reached from the internet (firewall, DNS, certificate).',
  internal_error: 'Test again; if it stays, tell whoever sent you the link the reference of this test.',
  algorithm_weak:
    'Let your provider sign with RSA-SHA256 or better, and encrypt with AES-GCM or AES-CBC and RSA-OAEP.',
};

function here(text: string): string {
  return places.reduce((said, [theirs, ours]) => said.replace(theirs, ours), text);
}
