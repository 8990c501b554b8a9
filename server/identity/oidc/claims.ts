/** What a provider says of a person: claims of an ID token or members of a userinfo response. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * The value of a claim, or undefined. A name with dots that is no claim itself is a path into nested objects, such as
 * `realm_access.roles`; many claims have dots and slashes in their own names, so those come first.
 */
export function claimNamed(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let at: unknown = claims;
  for (const step of name.split('.')) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, step))
      return undefined;
    at = (at as Claims)[step];
  }
  return at;
}

/** A value from outside in words, at most 300 characters. Never converted by its own means: it may have a `toString`. */
export function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 300);
}

/** Claims that are about the token and not about the person. */
const tokenClaims = new Set([
  ...['iss', 'aud', 'azp', 'exp', 'iat', 'nbf', 'nonce', 'at_hash', 'c_hash', 's_hash', 'jti', 'sid'],
  'auth_time',
]);

/** The claims about the person, as a jsonb column takes them: no NUL characters, no half surrogate pairs, no bottomless nesting. */
export function personClaims(claims: Claims): Record<string, unknown> {
  return storableObject(
    Object.fromEntries(Object.entries(claims).filter(([name]) => !tokenClaims.has(name))),
  );
}

const maxDepth = 8;

function storableObject(object: Claims, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [storableText(name), storable(value, depth + 1)]),
  );
}

function storable(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1));
  return storableObject(value as Claims, depth);
}

function storableText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
