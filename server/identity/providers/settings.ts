/** Where a provider's values for a person are found: names of attributes or claims. Absent: the usual ones. */
export interface AttributeNames {
  readonly emailAttribute?: string;
  readonly nameAttribute?: string;
  readonly groupsAttribute?: string;
}

/** How a message travels (SAML 2.0 Bindings, sections 3.4 and 3.5). */
export type SamlBinding = 'redirect' | 'post';

/** What is too weak for everybody, and may be taken from one provider until a day. */
export type WeakAlgorithm = 'sha1' | 'rsa-1_5' | '3des';

/** NameID formats that we may ask for (SAML 2.0 Core, section 8.3). */
export type NameIdFormat = 'emailAddress' | 'persistent' | 'unspecified';

/** Settings of a SAML provider; its entity id is the provider's `issuer`. */
export interface SamlSettings extends AttributeNames {
  readonly signOnUrl: string;
  /** default: redirect */
  readonly signOnBinding?: SamlBinding;
  /** where single logout begins; absent: the provider has none */
  readonly logoutUrl?: string;
  /** where answers to its logout requests go, when that is another address */
  readonly logoutResponseUrl?: string;
  /** default: redirect */
  readonly logoutBinding?: SamlBinding;
  /** PEM, any of which may have signed */
  readonly certificates: readonly string[];
  /** fetched at least daily */
  readonly metadataUrl?: string;
  /** what changes there waits until an administrator has seen it */
  readonly reviewsMetadata?: boolean;
  /** AuthnRequests carry our signature */
  readonly signsRequests?: boolean;
  /** asked for; absent: the provider decides */
  readonly nameIdFormat?: NameIdFormat;
  /** classes of which one is asked for, such as urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport */
  readonly authnContexts?: readonly string[];
  /** the person must prove again who they are, even with a session there */
  readonly forcesSignIn?: boolean;
  /** assertions that are not encrypted are refused */
  readonly requiresEncryption?: boolean;
  /** sign-ins may begin at the provider, from a tile of its own */
  readonly allowsIdpInitiated?: boolean;
  readonly weakAlgorithms?: {
    readonly algorithms: readonly WeakAlgorithm[];
    /** last day on which they are taken, as YYYY-MM-DD in UTC */
    readonly until: string;
  };
}

/** How we prove to a token endpoint who we are. auto: as its discovery document says, HTTP Basic first. */
export type ClientAuthentication = 'auto' | 'basic' | 'post' | 'private_key_jwt';

interface ClientSettings extends AttributeNames {
  readonly clientId: string;
  /** default: auto */
  readonly authentication?: ClientAuthentication;
  /** separated by spaces */
  readonly scopes?: string;
  /** added to the authorization request; never one that the protocol itself uses */
  readonly extraParameters?: Readonly<Record<string, string>>;
}

/** What the provider may be told to ask, whatever session somebody has there (OpenID Connect Core, section 3.1.2.1). */
export type OidcPrompt = 'select_account' | 'login' | 'consent';

/** Settings of an OpenID provider; the client secret is sealed beside them. */
export interface OidcSettings extends ClientSettings {
  /** when userinfo is asked besides the ID token; default: when e-mail address or name are missing */
  readonly userinfo?: 'when-needed' | 'always' | 'never';
  /** absent: the provider decides what it asks. Not `none`: who has no session there could never sign in */
  readonly prompt?: OidcPrompt;
  /** prompt=login: the person must prove again who they are, even with a session there */
  readonly forcesSignIn?: boolean;
  /** signing out everywhere ends the session there, too (RP-initiated logout); default: true */
  readonly signsOutThere?: boolean;
}

/** Settings of a provider that speaks plain OAuth 2.0 and tells at a userinfo address who somebody is. */
export interface OAuth2Settings extends ClientSettings {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly userinfoUrl: string;
  /** names the person, forever; default: sub, else id */
  readonly subjectAttribute?: string;
}
