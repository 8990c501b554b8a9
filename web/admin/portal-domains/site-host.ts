import { useQuery } from '@tanstack/react-query';
import { siteQuery } from '../../kit/api/session.ts';

/** The site's own host, as people write it. */
export function useSiteHost(): string {
  const address = useQuery(siteQuery).data?.address;
  return address === undefined ? window.location.host : new URL(address).host;
}
