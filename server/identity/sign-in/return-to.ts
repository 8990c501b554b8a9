const here = 'http://portico.invalid';
const notAGoal = /^\/(sso|rest|events)(\/|$)|^\/servicedesk\/customer\/user\/login(\/|$)/;

/**
 * Where to go after sign-in, taken from a `destination` that anybody may have put into a link: a path of this site, or
 * null for everything else (other sites, schemes, `//host`, backslashes, control characters, the sign-in itself).
 */
export function safeReturnTo(destination: string | null | undefined): string | null {
  if (!destination || destination.length > 2000) return null;
  // Browsers read a backslash as a slash and drop tabs and line breaks before they read anything else.
  if (!destination.startsWith('/') || /[\\\p{Cc}]/u.test(destination)) return null;
  let url: URL;
  try {
    url = new URL(destination, here);
  } catch {
    return null;
  }
  if (url.origin !== here || url.pathname.startsWith('//') || notAGoal.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Where people go who asked for no place in particular. */
export function defaultReturnTo(isStaff: boolean): string {
  return isStaff ? '/projects' : '/servicedesk/customer/portals';
}
