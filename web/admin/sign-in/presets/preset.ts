import type { Protocol } from '../provider-queries.ts';

/** What to do at a provider that speaks one protocol. */
export interface PresetInstructions {
  readonly protocol: Protocol;
  /**
   * Numbered steps, in the vendor's own names for its menus. {acsUrl}, {entityId}, {metadataUrl}, {logoutUrl},
   * {redirectUri}, {postLogoutRedirectUri}, {backchannelLogoutUri}, {frontchannelLogoutUri} and {initiateLoginUri} stand
   * for our values. What is to be typed letter by letter stands in `backticks`.
   */
  readonly steps: readonly string[];
  /** what our fields are called over there */
  readonly hints: Readonly<Partial<Record<PresetField, string>>>;
  /** what the fields begin with; parts in braces are to be replaced, so they are shown beside the field, not filled in */
  readonly defaults?: Readonly<Partial<Record<PresetField, string>>>;
  /** texts to be copied over there, such as claim rules */
  readonly texts?: readonly { readonly label: string; readonly text: string }[];
  /** what goes wrong with this protocol alone; beside what the preset warns of */
  readonly traps?: readonly string[];
  /** the page of the vendor's own documentation that says more */
  readonly documentation?: string;
}

/** Settings of which a preset knows something. */
export type PresetField =
  | 'entityId'
  | 'signOnUrl'
  | 'certificates'
  | 'metadataUrl'
  | 'logoutUrl'
  | 'emailAttribute'
  | 'nameAttribute'
  | 'groupsAttribute'
  | 'issuer'
  | 'clientId'
  | 'clientSecret'
  | 'scopes'
  | 'authorizationUrl'
  | 'tokenUrl'
  | 'userinfoUrl'
  | 'subjectAttribute';

/** How to connect one kind of provider. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  /** no product, but whatever speaks a protocol: its name is not one to speak of */
  readonly isGeneric?: true;
  /** first the one that we advise */
  readonly instructions: readonly PresetInstructions[];
  /** what goes wrong there again and again, with every protocol */
  readonly traps: readonly string[];
}
