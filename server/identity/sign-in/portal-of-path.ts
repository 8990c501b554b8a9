/** The portal that a page belongs to, by its path, or null. */
export function portalOfPath(path: string | null): string | null {
  return /^\/servicedesk\/customer\/portal\/(\d{1,18})(?:[/?#]|$)/.exec(path ?? '')?.[1] ?? null;
}
