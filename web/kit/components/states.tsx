import { Alert, Button, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error.ts';
import { PageTitle } from './page-title.tsx';
import classes from './states.module.css';

/** While something loads: as many grey lines as it may have; says so to screen readers. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation('kit');
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton
          key={`line-${line.toString()}`}
          height={line === 0 ? 28 : 18}
          width={line === 0 ? '45%' : '100%'}
        />
      ))}
    </Stack>
  );
}

/** A list without entries: what would be here, and what to do. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes['empty']}>
      <Text component="p" fw={600} m={0}>
        {title}
      </Text>
      {children && (
        <Text component="div" c="dimmed" size="sm" maw="32rem">
          {children}
        </Text>
      )}
      {action}
    </div>
  );
}

/** What to tell a person of an error: the server's own words where it has some for people. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('kit');
  return (error) => {
    if (!(error instanceof ApiError)) return t('error.unknown');
    if (error.status === 0 || error.status >= 502) return t('error.unreachable');
    if (error.status === 429) return error.errorMessages[0] ?? t('error.tooManyTries');
    if (error.errorMessages.length > 0) return error.errorMessages.join(' ');
    if (error.status === 403) return t('error.forbidden');
    const fields = Object.values(error.errors);
    return fields.length > 0 ? fields.join(' ') : t('error.unknown');
  };
}

/** An error in place of what should be shown; `onRetry` offers to try again. Announced at once. */
export function ErrorAlert({
  error,
  title,
  onRetry,
}: {
  error: unknown;
  title?: string;
  onRetry?: () => void;
}) {
  const { t } = useTranslation('kit');
  const text = useErrorText();
  return (
    <Alert color="red" title={title ?? t('error.title')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{text(error)}</Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/**
 * The state of a query in place of its data: loading, not found, or error. Use as
 * `if (!query.data) return <QueryState query={query} />`.
 */
export function QueryState({
  query,
  lines,
}: {
  query: { error: unknown; refetch: () => unknown };
  lines?: number;
}) {
  const { error } = query;
  if (!error) return <Loading {...(lines === undefined ? {} : { lines })} />;
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  return <ErrorAlert error={error} onRetry={() => void query.refetch()} />;
}

/** Says neither that it exists nor that it does not. */
export function NotFound() {
  const { t } = useTranslation('kit');
  return (
    <div className={classes['page']}>
      <PageTitle title={t('notFound.title')} />
      <Text c="dimmed" maw="36rem">
        {t('notFound.text')}
      </Text>
      <Button component="a" href="/servicedesk/customer/portals" variant="default">
        {t('notFound.home')}
      </Button>
    </div>
  );
}

/** When a page's code failed. */
export function CrashPage() {
  const { t } = useTranslation('kit');
  return (
    <main className={classes['page']} role="alert">
      <PageTitle title={t('error.title')} />
      <Text c="dimmed" maw="36rem">
        {t('error.crashed')}
      </Text>
      <Button variant="default" onClick={() => window.location.reload()}>
        {t('error.reload')}
      </Button>
    </main>
  );
}
