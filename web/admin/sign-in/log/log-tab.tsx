import { Anchor, Badge, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, QueryState } from '../../../kit/components/states.tsx';
import { Time } from '../../../kit/components/time.tsx';
import { Button } from '../../../kit/plain/button.tsx';
import { classNames } from '../../../kit/plain/class-names.ts';
import { Cell, ResponsiveTable } from '../../lists/responsive-table.tsx';
import { ShowMore } from '../../lists/show-more.tsx';
import { Section } from '../metadata/section.tsx';
import type { Provider } from '../provider-queries.ts';
import classes from './log.module.css';
import { type LogLine, type LogSearch, logQuery } from './log-queries.ts';

const purposes = [
  'sign-in',
  'test',
  'logout',
  'idp-initiated',
] as const satisfies readonly LogLine['purpose'][];

/** The sign-in log of a provider: who signed in or out or was refused, when, from where and why. */
export function LogTab({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const [outcome, setOutcome] = useState<LogSearch['outcome']>('');
  const [purpose, setPurpose] = useState<LogSearch['purpose']>('');
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 300);
  const list = useInfiniteQuery(logQuery(provider.id, { outcome, purpose, query }));
  const lines = list.data?.pages.flatMap(({ values }) => values);
  const isFiltered = outcome !== '' || purpose !== '' || query !== '';
  return (
    <Section title={t('signInLog.title')} help={t('signInLog.help')}>
      <search className={classes['filters']}>
        <TextInput
          label={t('signInLog.search')}
          placeholder={t('signInLog.searchHint')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          className={classes['text']}
        />
        <Select
          label={t('signInLog.kind')}
          data={purposes.map((value) => ({ value, label: t(`signInLog.purposes.${value}`) }))}
          value={purpose === '' ? null : purpose}
          onChange={(value) => setPurpose(purposes.find((one) => one === value) ?? '')}
          placeholder={t('signInLog.allKinds')}
          clearable
          className={classes['choice']}
        />
        <Select
          label={t('signInLog.outcome')}
          data={[
            { value: 'succeeded', label: t('signInLog.outcomes.succeeded') },
            { value: 'refused', label: t('signInLog.outcomes.refused') },
          ]}
          value={outcome === '' ? null : outcome}
          onChange={(value) => setOutcome(value === 'succeeded' || value === 'refused' ? value : '')}
          placeholder={t('signInLog.allOutcomes')}
          clearable
          className={classes['choice']}
        />
      </search>
      {!lines ? (
        <QueryState query={list} lines={6} />
      ) : lines.length === 0 ? (
        <Empty
          title={t(isFiltered ? 'signInLog.empty.title' : 'signInLog.empty.none')}
          action={
            isFiltered ? (
              <Button
                onClick={() => {
                  setOutcome('');
                  setPurpose('');
                  setText('');
                }}
              >
                {t('signInLog.clear')}
              </Button>
            ) : null
          }
        >
          {t(isFiltered ? 'signInLog.empty.text' : 'signInLog.empty.test')}
        </Empty>
      ) : (
        <Lines providerId={provider.id} lines={lines} />
      )}
      <ShowMore query={list} label={t('signInLog.more')} />
    </Section>
  );
}

function Lines({ providerId, lines }: { providerId: string; lines: readonly LogLine[] }) {
  const { t } = useTranslation('admin');
  const columns = {
    when: t('signInLog.columns.when'),
    person: t('signInLog.columns.person'),
    outcome: t('signInLog.columns.outcome'),
    address: t('signInLog.columns.address'),
  };
  return (
    <Stack gap="md">
      <ResponsiveTable label={t('signInLog.title')} columns={Object.values(columns)}>
        {lines.map((line) => (
          <tr key={line.reference}>
            <Cell>
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/admin/sign-in/$id/log/$reference"
                    params={{ id: providerId, reference: line.reference }}
                  />
                )}
              >
                <Time at={line.finishedAt} />
              </Anchor>
              <span className={classNames(classes['second'], classes['unbroken'])}>{line.reference}</span>
            </Cell>
            <Cell label={columns.person}>
              <span className={classes['kept']}>
                {line.email ?? line.subject ?? t('signInLog.unknownPerson')}
              </span>
            </Cell>
            <Cell label={columns.outcome}>
              <Outcome line={line} />
            </Cell>
            <Cell label={columns.address}>
              <span className={classes['kept']}>{line.address ?? ''}</span>
            </Cell>
          </tr>
        ))}
      </ResponsiveTable>
    </Stack>
  );
}

function Outcome({ line: { purpose, outcome, problem } }: { line: LogLine }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Badge color={outcome === 'succeeded' ? 'green' : 'red'}>
        {t(`signInLog.lines.${purpose}.${outcome}`)}
      </Badge>
      {purpose === 'idp-initiated' ? (
        <span className={classes['second']}>{t('signInLog.purposes.idp-initiated')}</span>
      ) : null}
      {problem === null ? null : <span className={classes['second']}>{problem}</span>}
    </>
  );
}
