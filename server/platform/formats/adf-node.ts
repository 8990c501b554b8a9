/** Most characters of a rich text, as in Jira. */
export const maxRichTextLength = 32_767;

/** How a piece of text looks, or where it leads. */
export interface AdfMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A document, or a node of one, in Atlassian Document Format (ADF). */
export interface AdfNode {
  readonly type: string;
  readonly version?: number;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly AdfMark[];
  readonly content?: readonly AdfNode[];
}

const safeSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const maxAddressLength = 8_192;

/** Whether an address may stand in a link: absolute, and of a scheme that only leads somewhere and runs nothing. */
export function isSafeAddress(address: unknown): address is string {
  return (
    typeof address === 'string' &&
    address.length <= maxAddressLength &&
    // browsers leave out white space and control characters inside a scheme
    !/[\p{Cc}\s]/u.test(address) &&
    safeSchemes.has(URL.parse(address)?.protocol ?? '')
  );
}

/** An attribute of a node as text; empty when it has none. */
export function textAttribute({ attrs }: AdfNode | AdfMark, name: string): string {
  const value = attrs?.[name];
  return typeof value === 'string' ? value : '';
}
