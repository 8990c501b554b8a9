import { Text } from '@mantine/core';
import { IconArrowNarrowRight, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../kit/components/time.tsx';
import { isoDate } from '../jira-date.ts';
import classes from './conversation.module.css';
import type { HistoryChange } from './conversation-queries.ts';

type Item = HistoryChange['items'][number];

/** Fields whose names are translated; custom fields go by their own. */
const knownFields = ['status', 'assignee', 'resolution', 'summary', 'description', 'attachment'] as const;

/** A change to the request's properties, on one quiet line each. */
export function ChangeEntry({ change }: { change: HistoryChange }) {
  const { t } = useTranslation('agent');
  return (
    <article className={classes['change']}>
      <IconPencil size={14} className={classes['changeIcon']} aria-hidden="true" />
      <div className={classes['changeText']}>
        {change.items.map((item) => (
          <Text key={item.field} component="p" size="sm" m={0}>
            <b>{change.author?.displayName ?? t('conversation.someone')}</b> <ChangedItem item={item} />{' '}
            <Text span c="dimmed" size="sm">
              <Time at={isoDate(change.created)} />
            </Text>
          </Text>
        ))}
      </div>
    </article>
  );
}

function ChangedItem({ item }: { item: Item }) {
  const { t } = useTranslation('agent');
  const name = knownFields.find((known) => known === item.field.toLowerCase());
  const field = name ? t(`history.fields.${name}`) : item.field;
  // Jira's changelog items have a member named toString, which hides the method that every object has
  const { fromString: before, toString: after } = item as { fromString?: string | null; toString?: unknown };
  const from = before ?? null;
  const to = typeof after === 'string' ? after : null;
  const isFile = name === 'attachment';
  return (
    <>
      {from && to
        ? t('history.changed', { field })
        : to
          ? t(isFile ? 'history.attached' : 'history.set', { field })
          : t(isFile ? 'history.detached' : 'history.cleared', { field })}
      {from ? <span className={classes['value']}>{from}</span> : null}
      {from && to ? (
        <IconArrowNarrowRight
          size={16}
          role="img"
          aria-label={t('history.to')}
          className={classes['arrow']}
        />
      ) : null}
      {to ? <span className={classes['value']}>{to}</span> : null}
    </>
  );
}
