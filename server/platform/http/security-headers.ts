import type { Config } from '../config/config.ts';

/**
 * The headers of every response, made once. Routes may set stronger or other ones: pages their policy with a nonce,
 * downloads a sandbox, what may be cached its Cache-Control.
 */
export function securityHeaders(config: Config): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {
    // What is not a page (JSON, downloads) never loads or runs anything.
    'content-security-policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Not no-referrer: with that, browsers send `Origin: null`, and the CSRF check could not tell our own forms.
    'referrer-policy': 'same-origin',
    'permissions-policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'cache-control': 'no-store',
  };
  if (config.url.protocol === 'https:') headers['strict-transport-security'] = 'max-age=31536000';
  return headers;
}

/** The policy of a page: our own scripts, styles and frames, and the styles that carry this response's nonce. */
export function pagePolicy(nonce: string): string {
  return (
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
    "font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
  );
}
