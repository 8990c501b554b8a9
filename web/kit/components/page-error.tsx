import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ErrorAlert } from './states.tsx';

/** In place of a page that failed: what went wrong, and the way to try again. */
export function PageError({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <ErrorAlert error={error} onRetry={() => void router.invalidate()} />;
}
