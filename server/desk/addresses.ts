import { NotFound } from '../platform/http/errors.ts';

/** How ids stand in addresses: positive, and small enough for a bigint. */
export const idPattern = '^[1-9][0-9]{0,17}$';

/** What an accountId can look like: ours are UUIDs, those of an import may be Atlassian's. */
export const accountIdPattern = '^[A-Za-z0-9:._-]{1,128}$';

const idForm = new RegExp(idPattern);
const keyForm = /^[A-Za-z][A-Za-z0-9]{1,9}-[1-9][0-9]{0,8}$/;

/** Whether the text can be an id. Asking the database with anything else would be an error there. */
export function isId(text: string): boolean {
  return idForm.test(text);
}

/**
 * The id in a part of an address.
 * @throws NotFound with `message` when it is none: nothing has such an address
 */
export function requireId(text: string, message: string): string {
  if (!isId(text)) throw new NotFound(message);
  return text;
}

/** A request is addressed by its id or its key, in either case of letters; null when the text is neither. */
export function requestAddress(idOrKey: string): { id: string } | { key: string } | null {
  if (isId(idOrKey)) return { id: idOrKey };
  return keyForm.test(idOrKey) ? { key: idOrKey.toUpperCase() } : null;
}

/** A service desk is addressed by its id or its project's key; null when the text is neither. */
export function deskAddress(idOrKey: string): { id: string } | { projectKey: string } | null {
  if (isId(idOrKey)) return { id: idOrKey };
  return /^[A-Za-z][A-Za-z0-9]{1,9}$/.test(idOrKey) ? { projectKey: idOrKey.toUpperCase() } : null;
}
