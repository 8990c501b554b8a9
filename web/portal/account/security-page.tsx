import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { safeDestination, securityPath, sessionsPath, useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { buttonClass } from '../../kit/plain/button.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { portalsPath } from '../paths.ts';
import { Page } from '../shell/page.tsx';
import { ownPasswordPath } from '../sign-up/paths.ts';
import { SecurityAdd } from './security-add.tsx';
import { SecurityBrowsers } from './security-browsers.tsx';
import { SecurityCodes } from './security-codes.tsx';
import { SecurityFactors } from './security-factors.tsx';
import classes from './security-page.module.css';
import { type Security, securityQuery } from './security-queries.ts';

interface SecurityPageProps {
  /** set when a sign-in led here, to have a second factor set up */
  readonly asked: string | undefined;
  /** where that sign-in goes on */
  readonly destination: string | undefined;
}

/** One's own second factors. For customers and for staff. */
export function SecurityPage({ asked, destination }: SecurityPageProps) {
  const { t } = useTranslation('second-factor');
  const query = useQuery(securityQuery);
  usePageAccent(null);
  const security = query.data;
  return (
    <Page width="narrow">
      <PageTitle title={t('security.title')} />
      {asked && <Asked hasFactor={(security?.factors.length ?? 0) > 0} destination={destination} />}
      <p className={classes['text']}>{t('security.text')}</p>
      {security ? <Parts security={security} /> : <QueryState query={query} lines={6} />}
      <p className={classes['text']}>
        <a href={sessionsPath}>{t('security.sessions')}</a> ·{' '}
        <a href={ownPasswordPath}>{t('security.password')}</a>
      </p>
    </Page>
  );
}

function Parts({ security }: { security: Security }) {
  const { t } = useTranslation('second-factor');
  const queries = useQueryClient();
  const { displayName } = useAccount();
  const [done, setDone] = useState('');
  const { factors, allows, requirement } = security;
  function changed(words: string): Promise<void> {
    setDone(words);
    return queries.invalidateQueries({ queryKey: securityQuery.queryKey });
  }
  return (
    <>
      <p role="status" className={classes['status']}>
        {done}
      </p>
      <section className={classes['part']} aria-labelledby="factors">
        <h2 id="factors">{t('security.factors')}</h2>
        <p className={classes['text']}>{t(`security.${requirement}`)}</p>
        <SecurityFactors security={security} onChanged={changed} />
        <SecurityAdd allows={allows} owner={displayName} onAdded={changed} />
      </section>
      {factors.length > 0 && (
        <section className={classes['part']} aria-labelledby="codes">
          <h2 id="codes">{t('security.codes')}</h2>
          <SecurityCodes left={security.recoveryCodesLeft} owner={displayName} onMade={() => changed('')} />
        </section>
      )}
      {(allows.rememberDays > 0 || security.devices.length > 0) && factors.length > 0 && (
        <section className={classes['part']} aria-labelledby="browsers">
          <h2 id="browsers">{t('security.devices')}</h2>
          <SecurityBrowsers devices={security.devices} onForgotten={() => changed(t('security.forgotten'))} />
        </section>
      )}
    </>
  );
}

/** Why a sign-in led here, and the way on. */
function Asked({ hasFactor, destination }: { hasFactor: boolean; destination: string | undefined }) {
  const { t } = useTranslation('second-factor');
  const safe = safeDestination(destination);
  const goal = safe === null || safe.startsWith(securityPath) ? portalsPath : safe;
  return (
    <Note
      tone={hasFactor ? 'success' : 'info'}
      title={t(hasFactor ? 'security.askedDone' : 'security.asked')}
    >
      {!hasFactor && <p>{t('security.askedText')}</p>}
      <a className={buttonClass({ size: 'sm', variant: hasFactor ? 'filled' : 'default' })} href={goal}>
        {t(hasFactor ? 'security.goOn' : 'security.later')}
      </a>
    </Note>
  );
}
