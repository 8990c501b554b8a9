import { lazy, type ReactNode, Suspense } from 'react';
import { ApiError } from '../api/api-error.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button, buttonClass } from '../plain/button.tsx';
import { Note } from '../plain/note.tsx';
import { VisuallyHidden } from '../plain/visually-hidden.tsx';
import { PageTitle } from './page-title.tsx';
import classes from './states.module.css';

/** Few ever see it, so its code and words are loaded when it is needed. */
const OtherSessionNeeded = lazy(async () => {
  const { OtherSessionNeeded: component, addOtherSessionStrings } = await import(
    '../other-session/other-session-needed.tsx'
  );
  await addOtherSessionStrings();
  return { default: component };
});

const FactorNeeded = lazy(async () => {
  const [{ FactorNeeded: component }, { addOtherSessionStrings }] = await Promise.all([
    import('../other-session/factor-needed.tsx'),
    import('../other-session/strings.ts'),
  ]);
  await addOtherSessionStrings();
  return { default: component };
});

/** While something loads: as many grey lines as it may have; says so to screen readers. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation('kit');
  return (
    <div className={classes['loading']} role="status" data-loading>
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={`line-${line.toString()}`} className={classes['line']} />
      ))}
    </div>
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
      <strong>{title}</strong>
      {children && <div className={classes['explanation']}>{children}</div>}
      {action}
    </div>
  );
}

/** The server speaks English. Where all else on the pages is in another language, its refusals are put into words here. */
let speaksForServer = false;

/** Lets pages say refusals in their own language, whatever the server says of them; for entries whose words are translated. */
export function speakForServer(): void {
  speaksForServer = true;
}

/** What to tell a person of an error: the server's own words where it has some for people, and the page is English. */
export function useErrorText(): (error: unknown) => string {
  const { t, language } = useTranslation('kit');
  const isTranslated = speaksForServer && !language.startsWith('en');
  return (error) => {
    if (!(error instanceof ApiError)) return t('error.unknown');
    if (error.status === 0 || error.status >= 502) return t('error.unreachable');
    if (isTranslated && !error.errors['confirm']) return translated(error);
    if (error.status === 429) return error.errorMessages[0] ?? t('error.tooManyTries');
    if (error.errorMessages.length > 0) return error.errorMessages.join(' ');
    if (error.errors['confirm']) return t('error.unconfirmed');
    if (error.status === 403) return t('error.forbidden');
    const fields = Object.values(error.errors);
    return fields.length > 0 ? fields.join(' ') : t('error.unknown');
  };

  function translated({ status, retryAfterSeconds }: ApiError): string {
    switch (status) {
      case 400:
        return t('error.invalid');
      case 403:
        return t('error.forbidden');
      case 404:
        return t('notFound.text');
      case 409:
        return t('error.changed');
      case 429:
        return retryAfterSeconds === null
          ? t('error.tooManyTries')
          : t('error.slowDown', { count: Math.max(1, Math.ceil(retryAfterSeconds / 60)) });
      default:
        return t('error.unknown');
    }
  }
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
    <Note tone="error" title={title ?? t('error.title')} role="alert">
      <p>{text(error)}</p>
      {onRetry && (
        <Button size="sm" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      )}
    </Note>
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
  if (error instanceof ApiError && error.status === 404) return <NotFound isNested />;
  if (error instanceof ApiError && error.status === 403 && error.errors['session']) {
    return (
      <Suspense fallback={<Loading />}>
        <OtherSessionNeeded isOtherCompany={error.errors['provider'] !== undefined} />
      </Suspense>
    );
  }
  if (error instanceof ApiError && error.status === 403 && error.errors['factor']) {
    return (
      <Suspense fallback={<Loading />}>
        <FactorNeeded />
      </Suspense>
    );
  }
  return <ErrorAlert error={error} onRetry={() => void query.refetch()} />;
}

/** Says neither that it exists nor that it does not. `isNested`: inside a page that has its own margins. */
export function NotFound({ isNested = false }: { isNested?: boolean }) {
  const { t } = useTranslation('kit');
  return (
    <div className={classes['page']} data-nested={isNested || undefined}>
      <PageTitle title={t('notFound.title')} />
      <p className={classes['explanation']}>{t('notFound.text')}</p>
      <a href="/servicedesk/customer/portals" className={buttonClass()}>
        {t('notFound.home')}
      </a>
    </div>
  );
}

/** When a page's code failed. */
export function CrashPage() {
  const { t } = useTranslation('kit');
  return (
    <main className={classes['page']} role="alert">
      <PageTitle title={t('error.title')} />
      <p className={classes['explanation']}>{t('error.crashed')}</p>
      <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>
    </main>
  );
}
