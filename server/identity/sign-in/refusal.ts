/** Why a sign-in through a provider was refused. The sign-in page has a sentence for each. */
export type RefusalCode =
  | 'provider_unknown'
  | 'provider_disabled'
  /** also expired, begun in another browser, or answered before */
  | 'attempt_unknown'
  | 'response_invalid'
  | 'response_expired'
  | 'assertion_reused'
  | 'email_missing'
  | 'email_unverified'
  | 'domain_not_owned'
  /** another account has the e-mail address and may not be linked */
  | 'account_exists'
  | 'account_inactive'
  /** for a while, after too many wrong second factors */
  | 'account_locked'
  | 'creation_disabled'
  | 'staff_not_admitted'
  | 'provider_unreachable'
  | 'provider_error'
  /** not in one of the groups that the provider's people must be in */
  | 'group_not_allowed'
  /** the provider left groups out (Entra above 150 or 200), so that it is unknown whether the person is in one */
  | 'groups_incomplete'
  /** began at the provider, where that is not switched on */
  | 'idp_initiated_off'
  /** signed or encrypted with what is too weak, and no exception for it */
  | 'algorithm_weak'
  /** the person or the provider ended it there */
  | 'sign_in_cancelled'
  /** an error of our own, which the server's log has */
  | 'internal_error';

/**
 * What exactly was wrong, for those who can mend it: a stable word, with what was found and what should have been. The
 * test of a provider makes a likely fix of it (traces/explain.ts).
 */
export interface RefusalReason {
  readonly key: string;
  readonly found?: string;
  readonly expected?: string;
}

/** A sign-in that was refused. `detail` is for administrators: it names the check, and never a token or an assertion. */
export class SignInRefused extends Error {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly reason: RefusalReason | null;
  /** where the person can mend it, in place of the sign-in page */
  wayOut: string | null = null;

  constructor(code: RefusalCode, detail: string, options?: ErrorOptions & { reason?: RefusalReason }) {
    super(`${code}: ${detail}`, options);
    const { reason } = options ?? {};
    this.reason = reason
      ? {
          key: reason.key,
          ...(reason.found !== undefined && { found: onOneLine(reason.found) }),
          ...(reason.expected !== undefined && { expected: onOneLine(reason.expected) }),
        }
      : null;
    this.name = 'SignInRefused';
    this.code = code;
    this.detail = onOneLine(detail);
  }
}

/** A text with words from outside in it: without control characters, some of which no database column takes. */
function onOneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').toWellFormed();
}
