import { signedOutKey } from '../../kit/api/session.ts';

const emailKey = 'portico-sign-in-email';
const leftKey = 'portico-sign-in-left';

/** The address typed last in this tab: it survives the way to the company's sign-in and back. */
export function keptEmail(): string {
  return read(emailKey) ?? '';
}

export function keepEmail(email: string): void {
  write(emailKey, email);
}

/** Notes for which sign-in the page is left, so that it can be tried again; and from now on one is not "signed out". */
export function keepWayLeft(url: string): void {
  write(leftKey, url);
  try {
    sessionStorage.removeItem(signedOutKey);
  } catch {
    // then one chooses once more
  }
}

/** The sign-in for which this page was left last in this tab, or null. */
export function wayLeft(): string | null {
  const url = read(leftKey);
  return url && /^\/sso\/(saml|oidc)\/\d+\/login(\?|$)/.test(url) ? url : null;
}

/** Whether the person of this tab has signed out and not in again: then nobody is sent on without being asked. */
export function hasJustSignedOut(): boolean {
  return read(signedOutKey) !== null;
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // then it is typed again
  }
}
