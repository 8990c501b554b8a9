import type { AccountSummary } from '../accounts/store.ts';
import { SignInRefused } from '../sign-in/refusal.ts';

/**
 * The e-mail address of a sign-in has an account, and the provider does not speak for its domain: whoever signs in must show
 * that the account is theirs before the two are linked.
 */
export class ProofNeeded extends SignInRefused {
  readonly account: AccountSummary;

  constructor(account: AccountSummary) {
    super(
      'account_exists',
      `${account.email} has an account, and this provider is not authoritative for its domain; the person was asked to prove that the account is theirs`,
      { reason: { key: 'domain-not-owned', ...(account.email && { found: account.email }) } },
    );
    this.account = account;
  }
}
