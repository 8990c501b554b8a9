import { Text } from '@mantine/core';
import { IconArrowNarrowRight, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../kit/components/time.tsx';
import { isoDate } from '../jira-date.ts';
import { workTime } from '../worklog/work-time.ts';
import classes from './conversation.module.css';
import type { HistoryChange } from './conversation-queries.ts';

type Item = HistoryChange['items'][number];

/** Fields whose names are translated; custom fields go by their own. */
const knownFields = [
  'status',
  'assignee',
  'resolution',
  'summary',
  'description',
  'attachment',
  'priority',
  'reporter',
  'organization',
  'link',
  'timespent',
] as const;

/** A change to the request's properties, on one quiet line each. */
export function ChangeEntry({ change }: { change: HistoryChange }) {
  const { t } = useTranslation('agent');
  return (
    <article className={classes['change']}>
      <IconPencil size={14} className={classes['changeIcon']} aria-hidden="true" />
      <div className={classes['changeText']}>
        {change.items.filter(isTold).map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change may have several items of one field, and their order stays
          <Text key={at} component="div" size="sm">
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

/** Longer values are shown on demand, in characters. */
const longest = 120;

/** Of work, the ids say nothing to people, and the time is told in another item. */
function isTold({ field }: Item): boolean {
  return !['worklogid', 'worklogtimespent'].includes(field.toLowerCase());
}

function ChangedItem({ item }: { item: Item }) {
  const { t } = useTranslation('agent');
  const name = knownFields.find((known) => known === item.field.toLowerCase());
  const field = name ? t(`history.fields.${name}`) : item.field;
  // Jira's changelog items have a member named toString, which hides the method that every object has
  const { fromString: before, toString: after } = item as { fromString?: string | null; toString?: unknown };
  // time is told in seconds
  const inWords = (value: string | null) =>
    name === 'timespent' && value !== null ? workTime(Number(value)) : value;
  const from = inWords(before ?? null);
  const to = inWords(typeof after === 'string' ? after : null);
  const isFile = name === 'attachment';
  const verb =
    from && to
      ? t('history.changed', { field })
      : to
        ? t(isFile ? 'history.attached' : 'history.set', { field })
        : t(isFile ? 'history.detached' : 'history.cleared', { field });
  if (Math.max(from?.length ?? 0, to?.length ?? 0) > longest) {
    return (
      <>
        {verb}
        <details className={classes['texts']}>
          <summary>{t('history.show')}</summary>
          {from ? <del>{from}</del> : null}
          {to ? <ins>{to}</ins> : null}
        </details>
      </>
    );
  }
  return (
    <>
      {verb}
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
