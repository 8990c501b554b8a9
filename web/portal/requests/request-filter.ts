/** The orders of the list, in the words of the API. */
export const orders = ['-created', 'created', '-updated', 'updated', 'status', '-status'] as const;
export type Order = (typeof orders)[number];

/** Whose requests, for those who see others' too. */
export const owners = ['me', 'participant', 'approvals', 'answered', 'organization'] as const;
export type Owner = (typeof owners)[number];

/** What the list is narrowed to, and its order; it lives in the page's address, so that it can be kept and shared. */
export interface RequestFilter {
  readonly status: 'open' | 'closed' | 'all';
  /** a portal's id */
  readonly portal?: string;
  /** a request type's id */
  readonly type?: string;
  readonly owner?: Owner;
  /** an organization's id, with owner `organization`; without: all of one's organizations */
  readonly organization?: string;
  readonly q?: string;
  /** absent: newest first */
  readonly sort?: Order;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function id(value: unknown): string | undefined {
  const digits = text(value);
  return /^\d{1,18}$/.test(digits) ? digits : undefined;
}

/** Reads the filter from the address; what makes no sense is left out. */
export function readFilter(search: Record<string, unknown>): RequestFilter {
  const status = text(search['status']);
  return composeFilter({
    status: status === 'closed' || status === 'all' ? status : 'open',
    portal: id(search['portal']),
    type: id(search['type']),
    owner: owners.find((owner) => owner === text(search['owner'])),
    organization: id(search['organization']),
    q: text(search['q']).slice(0, 200),
    sort: orders.find((order) => order === text(search['sort'])),
  });
}

/** A filter without what says nothing. */
export function composeFilter(
  parts: {
    [Part in keyof RequestFilter]: RequestFilter[Part] | undefined;
  },
): RequestFilter {
  const { status = 'open', portal, type, owner, organization, q, sort } = parts;
  return {
    status,
    ...(portal && { portal }),
    ...(type && { type }),
    ...(owner && { owner }),
    ...(owner === 'organization' && organization && { organization }),
    ...(q && { q }),
    ...(sort && sort !== '-created' && { sort }),
  };
}

/** Whether the filter leaves out anything but what is open or closed. */
export function isNarrowed({ portal, type, owner, q }: RequestFilter): boolean {
  return Boolean(portal || type || owner || q);
}

const statuses = { open: 'OPEN_REQUESTS', closed: 'CLOSED_REQUESTS', all: 'ALL_REQUESTS' } as const;

const ownerships = {
  me: ['OWNED_REQUESTS'],
  participant: ['PARTICIPATED_REQUESTS'],
  approvals: ['APPROVER'],
  answered: ['APPROVER'],
  organization: ['ALL_ORGANIZATIONS'],
  anybody: ['OWNED_REQUESTS', 'PARTICIPATED_REQUESTS', 'ALL_ORGANIZATIONS', 'APPROVER'],
} as const;

/** The filter as the API takes it. */
export function requestQueryOf({ status, portal, type, owner, organization, q, sort }: RequestFilter) {
  return {
    requestStatus: statuses[status],
    requestOwnership: organization ? (['ORGANIZATION'] as const) : ownerships[owner ?? 'anybody'],
    ...(owner === 'approvals' && { approvalStatus: 'MY_PENDING_APPROVAL' as const }),
    ...(owner === 'answered' && { approvalStatus: 'MY_HISTORY_APPROVAL' as const }),
    ...(organization && { organizationId: organization }),
    ...(portal && { serviceDeskId: portal }),
    ...(type && { requestTypeId: type }),
    ...(q && { searchTerm: q }),
    ...(sort && { orderBy: sort }),
  };
}
