import { useEffect } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { signInPath, useSession } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { buttonClass } from '../../kit/plain/button.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { portalsPath } from '../paths.ts';
import { Page } from '../shell/page.tsx';
import classes from './sessions-page.module.css';

interface SignedOutPageProps {
  /** the identity provider that has confirmed it */
  readonly provider: string | undefined;
  /** 'refused': a message of the provider was not taken; 'unavailable': it could not be asked */
  readonly problem: string | undefined;
  readonly reference: string | undefined;
}

/** Where one lands after signing out at the identity provider, and when that went wrong. */
export function SignedOutPage({ provider, problem, reference }: SignedOutPageProps) {
  const { t } = useTranslation('account');
  usePageAccent(null);
  const account = useSession();
  // somebody came here by an old address, or has signed in again meanwhile
  const isElsewhere = account !== null && !problem;
  useEffect(() => {
    if (isElsewhere) window.location.replace(portalsPath);
  }, [isElsewhere]);
  if (isElsewhere) return null;
  const title = problem === 'refused' ? t('signedOut.problemTitle') : t('signedOut.title');
  const text = provider ? t('signedOut.both', { provider: provider.slice(0, 100) }) : t('signedOut.here');
  return (
    <Page width="narrow">
      <PageTitle title={title} />
      {problem ? (
        <Note tone="info">
          <p>{t(problem === 'refused' ? 'signedOut.refused' : 'signedOut.unavailable')}</p>
          {reference && <p>{t('signedOut.reference', { reference: reference.slice(0, 20) })}</p>}
        </Note>
      ) : (
        <Note tone="success">
          <p>{text}</p>
        </Note>
      )}
      <div className={classes['actions']}>
        <a className={buttonClass({ variant: 'filled' })} href={`${signInPath}?choose=1`}>
          {t('signedOut.again')}
        </a>
        <a className={buttonClass()} href={portalsPath}>
          {t('signedOut.home')}
        </a>
      </div>
    </Page>
  );
}
