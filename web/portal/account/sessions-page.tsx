import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { ErrorAlert, QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { ConfirmDialog } from '../../kit/plain/confirm-dialog.tsx';
import { Page } from '../shell/page.tsx';
import classes from './sessions-page.module.css';
import { endOtherSessions, endSession, type MySession, mySessionsQuery } from './sessions-queries.ts';

/** Where one is signed in, and ending that. For customers and for staff. */
export function SessionsPage() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const query = useQuery(mySessionsQuery);
  const [isAsking, setIsAsking] = useState(false);
  usePageAccent(null);
  const refresh = () => queries.invalidateQueries({ queryKey: mySessionsQuery.queryKey });
  const ending = useMutation({ mutationFn: endSession, onSettled: refresh });
  const endingOthers = useMutation({
    mutationFn: endOtherSessions,
    onSettled: () => {
      setIsAsking(false);
      return refresh();
    },
  });
  const sessions = query.data;
  const others = sessions?.filter(({ isCurrent }) => !isCurrent) ?? [];
  const error = ending.error ?? endingOthers.error;
  return (
    <Page width="narrow">
      <PageTitle title={t('sessions.title')} />
      <p className={classes['text']}>{t('sessions.text')}</p>
      {error && <ErrorAlert error={error} />}
      <p role="status" className={classes['status']}>
        {ending.isSuccess && t('sessions.ended')}
        {endingOthers.isSuccess && t('sessions.othersEnded')}
      </p>
      {!sessions ? (
        <QueryState query={query} lines={4} />
      ) : (
        <>
          <ul className={classes['list']}>
            {sessions.map((session) => (
              <SessionItem
                key={session.id}
                session={session}
                isBusy={ending.isPending && ending.variables === session.id}
                onEnd={() => {
                  endingOthers.reset();
                  ending.mutate(session.id);
                }}
              />
            ))}
          </ul>
          {others.length === 0 ? (
            <p className={classes['text']}>{t('sessions.only')}</p>
          ) : (
            <Button onClick={() => setIsAsking(true)}>{t('sessions.endOthers')}</Button>
          )}
        </>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('sessions.endOthersTitle')}
          confirm={t('sessions.endOthers')}
          cancel={t('sessions.cancel')}
          isDanger
          isBusy={endingOthers.isPending}
          onConfirm={() => {
            ending.reset();
            endingOthers.mutate();
          }}
          onCancel={() => setIsAsking(false)}
        >
          <p>{t('sessions.endOthersText')}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}

interface SessionItemProps {
  readonly session: MySession;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
}

function SessionItem({ session, isBusy, onEnd }: SessionItemProps) {
  const { t } = useTranslation('account');
  const { address, providerName, startedAt, lastSeenAt, isCurrent } = session;
  const name = t('sessions.on', {
    browser: session.browser ?? t('sessions.unknownBrowser'),
    system: session.system ?? t('sessions.unknownSystem'),
  });
  return (
    <li className={classes['item']}>
      <div className={classes['facts']}>
        <h2 className={classes['name']}>
          {name} {isCurrent && <span className={classes['current']}>{t('sessions.current')}</span>}
        </h2>
        <p>{providerName ? t('sessions.through', { provider: providerName }) : t('sessions.password')}</p>
        {address && <p>{t('sessions.address', { address })}</p>}
        <p>
          {t('sessions.since')} <Time at={startedAt} /> · {t('sessions.lastSeen')} <Time at={lastSeenAt} />
        </p>
      </div>
      {!isCurrent && (
        <Button size="sm" isBusy={isBusy} aria-label={t('sessions.endLabel', { name })} onClick={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
