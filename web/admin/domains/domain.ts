/** A domain as people type it, made comparable: without `@`, in lower case. Null when it is none. */
export function readDomain(text: string): string | null {
  const trimmed = text
    .trim()
    .replace(/^[^@\s]*@/, '')
    .replace(/\.$/, '')
    .toLowerCase();
  let host: string;
  try {
    // the browser turns letters of all scripts into the form in which domains are compared
    host = new URL(`http://${trimmed}/`).hostname;
  } catch {
    return null;
  }
  const isDomain =
    /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(host);
  return isDomain && !/[/?#:]/.test(trimmed) ? host : null;
}
