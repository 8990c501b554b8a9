import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../../kit/components/page-title.tsx';
import { QueryState } from '../../../kit/components/states.tsx';
import { useTimeZone } from '../../../kit/components/time.tsx';
import { Note } from '../../../kit/plain/note.tsx';
import { exactTime } from '../../../kit/time.ts';
import { Section } from '../metadata/section.tsx';
import { EntryView } from './entry-view.tsx';
import classes from './log.module.css';
import { entryQuery, type LogEntry } from './log-queries.ts';
import { ReplaySection } from './replay-section.tsx';

/** /admin/sign-in/{id}/log/{reference}: one sign-in, sign-out or test, and what it would become today. */
export function LogEntryPage() {
  const { t } = useTranslation('admin');
  const { id = '', reference = '' } = useParams({ strict: false });
  const query = useQuery(entryQuery(id, reference));
  return (
    <Stack gap="lg">
      <div>
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/admin/sign-in/$id/$tab" params={{ id, tab: 'log' }} />}
        >
          ← {t('signInLog.back')}
        </Anchor>
        <PageTitle title={t(`signInLog.titles.${query.data?.purpose ?? 'sign-in'}`, { reference })} />
      </div>
      {query.data ? (
        <>
          <Facts providerId={id} entry={query.data} />
          <EntryView entry={query.data} />
          {query.data.purpose === 'logout' ? null : (
            <ReplaySection key={reference} providerId={id} entry={query.data} />
          )}
        </>
      ) : query.data === null ? (
        <Note tone="info">{t('signInLog.tests.notYet')}</Note>
      ) : (
        <QueryState query={query} lines={8} />
      )}
    </Stack>
  );
}

function Facts({ providerId, entry }: { providerId: string; entry: LogEntry }) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const { purpose, finishedAt, address, userAgent, begunBy, wentOnAs } = entry;
  return (
    <Section title={t(`signInLog.purposes.${purpose}`)}>
      <dl className={classes['facts']}>
        <dt>{t('signInLog.facts.when')}</dt>
        <dd>
          <time dateTime={finishedAt}>{exactTime(new Date(finishedAt), i18n.language, timeZone)}</time>
        </dd>
        {address === null ? null : (
          <>
            <dt>{t('signInLog.facts.address')}</dt>
            <dd>{address}</dd>
          </>
        )}
        {userAgent === null ? null : (
          <>
            <dt>{t('signInLog.facts.userAgent')}</dt>
            <dd>{userAgent}</dd>
          </>
        )}
        {begunBy === null ? null : (
          <>
            <dt>{t('signInLog.begunBy')}</dt>
            <dd>
              <EntryLink providerId={providerId} reference={begunBy}>
                {t('signInLog.begunByText', { reference: begunBy })}
              </EntryLink>
            </dd>
          </>
        )}
        {purpose === 'idp-initiated' && entry.outcome === 'succeeded' ? (
          <>
            <dt>{t('signInLog.wentOn')}</dt>
            <dd>
              {wentOnAs === null ? (
                t('signInLog.notGoneOn')
              ) : (
                <EntryLink providerId={providerId} reference={wentOnAs}>
                  {t('signInLog.titles.sign-in', { reference: wentOnAs })}
                </EntryLink>
              )}
            </dd>
          </>
        ) : null}
      </dl>
    </Section>
  );
}

interface EntryLinkProps {
  readonly providerId: string;
  readonly reference: string;
  readonly children: string;
}

function EntryLink({ providerId, reference, children }: EntryLinkProps) {
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link {...props} to="/admin/sign-in/$id/log/$reference" params={{ id: providerId, reference }} />
      )}
    >
      {children}
    </Anchor>
  );
}
