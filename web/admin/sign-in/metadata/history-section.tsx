import { Badge, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../../kit/components/time.tsx';
import { tellDone } from '../../../kit/notices.ts';
import { ConfirmAct } from '../../forms/confirm-act.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../../lists/responsive-table.tsx';
import classes from './metadata.module.css';
import { applyMetadata, type KeptMetadata, metadataQuery, readAnew } from './metadata-queries.ts';
import { Section } from './section.tsx';

const colors = {
  applied: 'green',
  waiting: 'orange',
  refused: 'red',
  superseded: 'gray',
  dismissed: 'gray',
} as const;

/** What the metadata was, newest first, with the way back to any of it. */
export function HistorySection({
  providerId,
  history,
}: {
  providerId: string;
  history: readonly KeptMetadata[];
}) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<KeptMetadata | null>(null);
  const columns = {
    when: t('metadata.history.columns.when'),
    source: t('metadata.history.columns.source'),
    state: t('metadata.history.columns.state'),
    what: t('metadata.history.columns.what'),
  };
  if (history.length === 0) return null;
  return (
    <Section title={t('metadata.history.title')} help={t('metadata.history.help')}>
      <ResponsiveTable label={t('metadata.history.title')} columns={[...Object.values(columns), '']}>
        {history.map((kept) => (
          <tr key={kept.id}>
            <Cell>
              <Time at={kept.fetchedAt} />
            </Cell>
            <Cell label={columns.source}>{t(`metadata.history.source.${kept.source}`)}</Cell>
            <Cell label={columns.state}>
              <Badge color={colors[kept.state]}>{t(`metadata.history.state.${kept.state}`)}</Badge>
              {kept.problem ? <span className={classes['second']}>{kept.problem}</span> : null}
            </Cell>
            <Cell label={columns.what}>
              <span className={classes['value']}>
                {t('metadata.history.certificates', { count: kept.fingerprints.length })}
              </span>
              {kept.fingerprints.map((fingerprint) => (
                <span key={fingerprint} className={classes['second']} title={fingerprint}>
                  {fingerprint.slice(0, 23)}…
                </span>
              ))}
              {kept.signOnUrls.map((url) => (
                <span key={url} className={classes['second']}>
                  {url}
                </span>
              ))}
            </Cell>
            <ActionsCell>
              {kept.state === 'superseded' || kept.state === 'dismissed' ? (
                <Button variant="subtle" size="compact-sm" onClick={() => setChosen(kept)}>
                  {t('metadata.history.rollback')}
                </Button>
              ) : null}
            </ActionsCell>
          </tr>
        ))}
      </ResponsiveTable>
      {chosen ? (
        <ConfirmAct
          title={t('metadata.history.rollbackTitle')}
          submit={t('metadata.history.rollback')}
          isDanger
          act={async () => {
            const state = await applyMetadata(providerId, chosen.id);
            queries.setQueryData(metadataQuery(providerId).queryKey, state);
            await readAnew(queries, providerId);
          }}
          onCancel={() => setChosen(null)}
          onDone={() => {
            setChosen(null);
            tellDone(t('metadata.history.rolledBack'));
          }}
        >
          <p>{t('metadata.history.rollbackText')}</p>
        </ConfirmAct>
      ) : null}
    </Section>
  );
}
