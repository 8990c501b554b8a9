/** What the list is narrowed to; it lives in the page's address, so that it can be kept and shared. */
export interface RequestFilter {
  readonly status: 'open' | 'closed' | 'all';
  /** a portal's id */
  readonly portal?: string;
  /** only one's own, for those who see their organization's too */
  readonly owner?: 'me';
  readonly q?: string;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Reads the filter from the address; what makes no sense is left out. */
export function readFilter(search: Record<string, unknown>): RequestFilter {
  const status = text(search['status']);
  const portal = text(search['portal']);
  const q = text(search['q']).slice(0, 200);
  return {
    status: status === 'closed' || status === 'all' ? status : 'open',
    ...(/^\d{1,18}$/.test(portal) && { portal }),
    ...(text(search['owner']) === 'me' && { owner: 'me' as const }),
    ...(q !== '' && { q }),
  };
}

const statuses = { open: 'OPEN_REQUESTS', closed: 'CLOSED_REQUESTS', all: 'ALL_REQUESTS' } as const;

/** The filter as the API takes it. */
export function requestQueryOf({ status, portal, owner, q }: RequestFilter) {
  return {
    requestStatus: statuses[status],
    requestOwnership: owner
      ? ['OWNED_REQUESTS' as const]
      : ['OWNED_REQUESTS' as const, 'ALL_ORGANIZATIONS' as const],
    ...(portal && { serviceDeskId: portal }),
    ...(q && { searchTerm: q }),
  };
}
