import type { CustomFetch } from 'openid-client';

/** What a provider answered in the course of one exchange, as far as the sign-in log and our own checks need it. */
export interface Recording {
  /** the token response, when it was a JSON object */
  tokenResponse: Readonly<Record<string, unknown>> | null;
  /** a userinfo response that is a signed token, whose signature is for us to verify */
  signedUserinfo: string | null;
}

export interface RecordedAddresses {
  readonly tokenEndpoint: string | undefined;
  readonly userinfoEndpoint: string | undefined;
}

/**
 * Listens to what is fetched in one exchange.
 *
 * @param takesIdToken false: an ID token is taken out of the token response before anybody sees it. Plain OAuth 2.0 does
 *   without, and what nobody verifies nobody should find.
 */
export function recordingFetch(
  fetch: CustomFetch,
  addresses: RecordedAddresses,
  takesIdToken: boolean,
): { readonly fetch: CustomFetch; readonly recording: Recording } {
  const recording: Recording = { tokenResponse: null, signedUserinfo: null };
  const tokenEndpoint = hrefOf(addresses.tokenEndpoint);
  const userinfoEndpoint = hrefOf(addresses.userinfoEndpoint);
  return {
    recording,
    async fetch(url, options) {
      const response = await fetch(url, options);
      if (hrefOf(url) === tokenEndpoint) {
        const object = parseObject(await response.clone().text());
        recording.tokenResponse = object;
        if (object?.['id_token'] === undefined || takesIdToken) return response;
        const { id_token: _, ...rest } = object;
        return new Response(JSON.stringify(rest), { status: response.status, headers: response.headers });
      }
      if (hrefOf(url) === userinfoEndpoint && isSigned(response)) {
        recording.signedUserinfo = await response.clone().text();
      }
      return response;
    },
  };
}

function isSigned(response: Response): boolean {
  return response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === 'application/jwt';
}

function hrefOf(address: string | undefined): string | null {
  return address !== undefined && URL.canParse(address) ? new URL(address).href : null;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
