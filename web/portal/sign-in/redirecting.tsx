import { type ReactNode, useEffect } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { buttonClass } from '../../kit/plain/button.tsx';
import { keepWayLeft } from './sign-in-memory.ts';
import classes from './sign-in-page.module.css';

/** Long enough to read where one is taken, and to stop it, in milliseconds. */
const noticeMs = 900;

interface RedirectingProps {
  /** null: not told */
  readonly provider: string | null;
  readonly url: string;
  /** the way out */
  readonly back: ReactNode;
}

/** Says where one is taken, and goes there. */
export function Redirecting({ provider, url, back }: RedirectingProps) {
  const { t } = useTranslation('sign-in');
  useEffect(() => {
    const timer = setTimeout(() => leave(url), noticeMs);
    return () => clearTimeout(timer);
  }, [url]);
  return (
    <div className={classes['step']}>
      <div role="status" className={classes['redirecting']}>
        <span className={classes['spinner']} aria-hidden="true" />
        <div>
          <strong>{provider ? t('redirecting', { provider }) : t('redirectingCompany')}</strong>
          <p>{t('redirectingText')}</p>
        </div>
      </div>
      <div className={classes['actions']}>
        <a
          className={buttonClass({ variant: 'filled' })}
          href={url}
          onClick={(event) => {
            event.preventDefault();
            leave(url);
          }}
        >
          {t('goNow')}
        </a>
        {back}
      </div>
    </div>
  );
}

/** Leaves so that "back" shows the choice instead of leading here again. */
function leave(url: string): void {
  const here = new URL(window.location.href);
  here.searchParams.set('choose', '1');
  window.history.replaceState(window.history.state, '', here);
  keepWayLeft(url);
  window.location.assign(url);
}
