import type { IncomingHttpHeaders } from 'node:http';

/**
 * What an answer of 401 says about how to prove who one is (RFC 9110, section 11.6.1). `Basic` makes browsers, also under
 * scripts, ask for a password in a window of their own, where nothing that people have is of use: it is said only to what
 * shows no sign of being one. Bearer opens no window anywhere.
 */
export function challengeFor(headers: IncomingHttpHeaders): string {
  const bearer = headers.authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
  return isBrowser(headers) ? bearer : `${bearer}, Basic realm="Portico", charset="UTF-8"`;
}

/** Over plain http browsers send no Sec-Fetch headers, and with GET no Origin: their name is what is left. */
function isBrowser(headers: IncomingHttpHeaders): boolean {
  return (
    headers['sec-fetch-mode'] !== undefined ||
    headers['sec-fetch-site'] !== undefined ||
    headers.origin !== undefined ||
    headers.cookie !== undefined ||
    headers['x-requested-with'] !== undefined ||
    headers.accept?.includes('text/html') === true ||
    /^(Mozilla|Opera)\//.test(headers['user-agent'] ?? '')
  );
}
