import { Anchor, Badge, Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState, useErrorText } from '../../kit/components/states.tsx';
import { Time, useTimeZone } from '../../kit/components/time.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { ActionsCell, Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { PeopleTabs } from '../people/people-tabs.tsx';
import {
  endImpersonation,
  impersonationSettingsQuery,
  impersonationsQuery,
  type ListedImpersonation,
} from './impersonation-queries.ts';
import { ImpersonationSettingsForm } from './settings-form.tsx';

/** /admin/people/seen-as: who has seen the portal as whom, and whether those are told. */
export function ImpersonationPage() {
  const { t } = useTranslation('admin');
  const settings = useQuery(impersonationSettingsQuery);
  const list = useInfiniteQuery(impersonationsQuery);
  const found = list.data?.pages.flatMap((page) => page.values);
  return (
    <Stack gap="md">
      <PageTitle title={t('impersonation.title')} />
      <PeopleTabs />
      <Text c="dimmed" size="sm" maw="44rem">
        {t('impersonation.help')}
      </Text>
      {settings.data ? (
        <ImpersonationSettingsForm settings={settings.data} />
      ) : (
        <QueryState query={settings} lines={3} />
      )}
      {!found ? (
        <QueryState query={list} lines={6} />
      ) : found.length === 0 ? (
        <Empty title={t('impersonation.none.title')}>{t('impersonation.none.text')}</Empty>
      ) : (
        <ResponsiveTable
          label={t('impersonation.title')}
          columns={[
            t('impersonation.columns.person'),
            t('impersonation.columns.who'),
            t('impersonation.columns.reason'),
            t('impersonation.columns.when'),
            t('impersonation.columns.opened'),
            '',
          ]}
        >
          {found.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={list} />
    </Stack>
  );
}

function Row({ one }: { one: ListedImpersonation }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { impersonator, person, reason, address, opened, endedAt } = one;
  const ending = useMutation({
    mutationFn: () => endImpersonation(one.id),
    onSuccess: () => tellDone(t('impersonation.endDone')),
    onError: (error) => tellFailure(t('impersonation.endFailed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: impersonationsQuery.queryKey }),
  });
  return (
    <tr>
      <Cell>
        <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {person.displayName}
        </Text>
      </Cell>
      <Cell label={t('impersonation.columns.who')}>
        <span>
          {impersonator.displayName}
          {address === null ? null : (
            <Text size="xs" c="dimmed">
              {address}
            </Text>
          )}
        </span>
      </Cell>
      <Cell label={t('impersonation.columns.reason')}>
        <span style={{ overflowWrap: 'anywhere' }}>{reason}</span>
      </Cell>
      <Cell label={t('impersonation.columns.when')}>
        <When one={one} />
      </Cell>
      <Cell label={t('impersonation.columns.opened')}>
        {opened.length === 0 ? (
          <Text span size="sm" c="dimmed">
            {t('impersonation.nothingOpened')}
          </Text>
        ) : (
          <span>
            {opened.map((key, at) => (
              <Fragment key={key}>
                {at > 0 ? ', ' : ''}
                <Anchor href={`/browse/${key}`} fz="inherit" style={{ whiteSpace: 'nowrap' }}>
                  {key}
                </Anchor>
              </Fragment>
            ))}
          </span>
        )}
      </Cell>
      <ActionsCell>
        {endedAt === null ? (
          <Button
            size="xs"
            variant="default"
            loading={ending.isPending}
            aria-label={t('impersonation.endLabel', {
              who: impersonator.displayName,
              name: person.displayName,
            })}
            onClick={() => ending.mutate()}
          >
            {t('impersonation.end')}
          </Button>
        ) : (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/admin/audit" search={{ object: `account:${person.accountId}` }} />
            )}
          >
            {t('audit.link')}
          </Anchor>
        )}
      </ActionsCell>
    </tr>
  );
}

function When({ one: { startedAt, endedAt, endReason, until } }: { one: ListedImpersonation }) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const minutes =
    endedAt === null ? null : Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000));
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short', timeZone });
  return (
    <span>
      <Time at={startedAt} />
      {minutes === null ? (
        <>
          {' '}
          <Badge color="yellow">{t('impersonation.open', { time: time.format(Date.parse(until)) })}</Badge>
        </>
      ) : (
        <Text size="xs" c="dimmed">
          {t('impersonation.minutes', { count: minutes })}
          {endReason ? ` · ${t(`impersonation.ended.${endReason}`)}` : ''}
        </Text>
      )}
    </span>
  );
}
