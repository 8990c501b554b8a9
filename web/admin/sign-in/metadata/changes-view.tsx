import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../../kit/components/time.tsx';
import { shortDate } from '../../../kit/time.ts';
import { Cell, ResponsiveTable } from '../../lists/responsive-table.tsx';
import { CertificateTable } from './certificate-table.tsx';
import classes from './metadata.module.css';
import type { MetadataChanges } from './metadata-queries.ts';

interface ChangesViewProps {
  readonly changes: MetadataChanges;
  /** what was left out of the metadata, and why */
  readonly notes?: readonly string[];
}

/** What taking metadata would change: each value now and then, and each certificate. */
export function ChangesView({ changes, notes = [] }: ChangesViewProps) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const columns = {
    field: t('metadata.changes.columns.field'),
    before: t('metadata.changes.columns.before'),
    after: t('metadata.changes.columns.after'),
  };
  const { added, kept, removed } = changes.certificates;
  const say = (value: string | null) => {
    if (value === null)
      return (
        <Text span c="dimmed" fz="inherit">
          {t('metadata.changes.empty')}
        </Text>
      );
    const isWord = value === 'redirect' || value === 'post' || value === 'true';
    return <span className={classes['value']}>{isWord ? t(`metadata.changes.values.${value}`) : value}</span>;
  };
  return (
    <Stack gap="sm">
      {changes.isChange ? null : <Text size="sm">{t('metadata.changes.none')}</Text>}
      {changes.fields.length > 0 ? (
        <ResponsiveTable label={t('metadata.import.result')} columns={Object.values(columns)}>
          {changes.fields.map(({ field, before, after }) => (
            <tr key={field}>
              <Cell>{t(`metadata.changes.fields.${field}`)}</Cell>
              <Cell label={columns.before}>{say(before)}</Cell>
              <Cell label={columns.after}>{say(after)}</Cell>
            </tr>
          ))}
        </ResponsiveTable>
      ) : null}
      {added.length + removed.length > 0 ? (
        <CertificateTable
          label={t('metadata.changes.certificates')}
          certificates={[
            ...added.map((one) => ({ ...one, mark: { text: t('metadata.changes.added'), color: 'green' } })),
            ...kept.map((one) => ({ ...one, mark: { text: t('metadata.changes.kept'), color: 'gray' } })),
            ...removed.map((one) => ({
              ...one,
              mark: {
                text:
                  one.until === null
                    ? t('metadata.changes.removed')
                    : t('metadata.changes.removedLater', {
                        date: shortDate(new Date(one.until), i18n.language, timeZone),
                      }),
                color: 'orange',
              },
            })),
          ]}
        />
      ) : null}
      {notes.length > 0 ? (
        <div>
          <Text size="sm" fw={600}>
            {t('metadata.changes.noted')}
          </Text>
          {notes.map((note) => (
            <Text key={note} size="sm" c="dimmed" className={classes['value'] ?? ''}>
              {note}
            </Text>
          ))}
        </div>
      ) : null}
    </Stack>
  );
}
