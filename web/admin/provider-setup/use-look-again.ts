import { useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../kit/api/api-error.ts';
import { setupQuery } from './setup-query.ts';

/** After a refusal that says that something is not as the page shows it (the link ended, somebody saved): looks again. */
export function useLookAgain(token: string): (error: unknown) => void {
  const queries = useQueryClient();
  return (error) => {
    if (error instanceof ApiError && (error.status === 404 || error.status === 409)) {
      void queries.invalidateQueries({ queryKey: setupQuery(token).queryKey });
    }
  };
}
