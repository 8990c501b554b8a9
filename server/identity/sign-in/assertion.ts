import type { Database } from '../../platform/database/database.ts';
import type { AccountSummary } from '../accounts/store.ts';

/** What an identity provider said of a person, verified. The same for SAML and OpenID Connect. */
export interface Assertion {
  /** what the provider calls the person, forever: SAML NameID or OpenID `sub` */
  readonly subject: string;
  /** normalized; its domain is not yet checked against the provider's */
  readonly email: string;
  readonly emailVerified: boolean;
  readonly displayName: string | null;
  readonly groups: readonly string[];
  /** false: the provider left groups out (Entra above 150 or 200), so that a missing one says nothing */
  readonly groupsAreComplete: boolean;
  /** all claims or attributes, for mapping rules */
  readonly raw: Record<string, unknown>;
  /** the session at the provider (SAML SessionIndex, OpenID sid), when it has a name */
  readonly providerSession?: string | null;
  /** how the person signed in there, in the provider's words: OpenID `amr` and `acr`, SAML AuthnContextClassRef */
  readonly methods?: readonly string[];
  /** what signing out there needs, as JSON: {nameId, format?, …} or {idToken} */
  readonly logoutHint?: string | null;
}

/** A sign-in through a provider, as told to other rooms in its own transaction. */
export interface ProviderSignIn {
  readonly account: AccountSummary;
  /** the account was created by this sign-in */
  readonly isNew: boolean;
  readonly provider: { readonly id: string; readonly name: string; readonly domains: readonly string[] };
  readonly assertion: Assertion;
  /** where the person signed in from, for the audit log */
  readonly address: string | null;
}

/** What a room does at every sign-in through a provider. When it throws, nobody is signed in. */
export type SignInHook = (trx: Database, signIn: ProviderSignIn) => Promise<void>;
