import { SignInRefused } from '../sign-in/refusal.ts';
import { errorResponseRefusal } from './refusals.ts';

/** What belongs to other flows than ours, in which tokens travel through the browser. */
const foreignParameters = ['response', 'id_token', 'access_token', 'token'];

/** What is expected of an authorization response, whose state is known already. */
export interface ExpectedResponse {
  /** null: the provider has no issuer identifier, as with plain OAuth 2.0 */
  readonly issuer: string | null;
  /** it promised to name itself in every response (RFC 9207, section 3) */
  readonly namesIssuer: boolean;
}

/**
 * The code of an authorization response. Who answered is checked first (mix-up, RFC 9207), then what.
 * @throws SignInRefused response_invalid, sign_in_cancelled or provider_error
 */
export function codeOfResponse(query: URLSearchParams, { issuer, namesIssuer }: ExpectedResponse): string {
  for (const name of new Set(query.keys())) {
    if (query.getAll(name).length > 1) throw invalid(`The response has the parameter ${name} more than once`);
  }
  const foreign = foreignParameters.find((name) => query.has(name));
  if (foreign) throw invalid(`The response carries ${foreign}; only a code was asked for`);
  if (issuer !== null) requireIssuer(query.get('iss'), issuer, namesIssuer);
  const error = query.get('error');
  if (error) throw errorResponseRefusal(error, query.get('error_description'));
  const code = query.get('code');
  if (!code) throw invalid('The response carries neither a code nor an error');
  return code;
}

function requireIssuer(found: string | null, issuer: string, namesIssuer: boolean): void {
  if (found === issuer || (found === null && !namesIssuer)) return;
  const detail =
    found === null
      ? 'The response does not name its issuer (iss), though the provider says that its responses do'
      : `The response comes from another issuer: ${found.slice(0, 300)} (iss)`;
  throw new SignInRefused('response_invalid', detail, {
    reason: {
      key: 'response-issuer',
      expected: issuer,
      ...(found !== null && { found: found.slice(0, 300) }),
    },
  });
}

function invalid(detail: string): SignInRefused {
  const found = detail.slice(0, 300);
  return new SignInRefused('response_invalid', found, { reason: { key: 'shape', found } });
}
