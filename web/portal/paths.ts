/** Addresses of the portal's pages. They are JSM's, so that old links keep working. */
const root = '/servicedesk/customer';

export const portalsPath = `${root}/portals`;
export const requestsPath = `${root}/user/requests`;

export function portalPath(portalId: string): string {
  return `${root}/portal/${portalId}`;
}

/** `group` is where the person came from; a type without one goes by JSM's -1. */
export function createPath(portalId: string, group: string | undefined, requestTypeId: string): string {
  return `${portalPath(portalId)}/group/${group ?? '-1'}/create/${requestTypeId}`;
}

export function requestPath(portalId: string, key: string): string {
  return `${portalPath(portalId)}/${key}`;
}

/** The portal that an address belongs to, or null. */
export function portalIdOf(path: string | null): string | null {
  return path?.match(/^\/servicedesk\/customer\/portal\/(\d+)(?:\/|$|\?)/)?.[1] ?? null;
}
