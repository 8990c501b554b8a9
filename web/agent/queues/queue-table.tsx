import { Badge, Button, Checkbox, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { Time } from '../../kit/components/time.tsx';
import type { Selection } from '../bulk/use-selection.ts';
import classes from './queue-table.module.css';
import type { ListRow } from './row-facts.ts';
import type { Freshness } from './rows.ts';
import type { Cursor } from './use-cursor.ts';

interface QueueTableProps {
  readonly rows: readonly ListRow[];
  readonly label: string;
  readonly cursor: Cursor;
  readonly selection: Selection;
  readonly fresh: ReadonlyMap<string, Freshness>;
  readonly onVisit: (key: string) => void;
  readonly onAssignToMe: (row: ListRow) => void;
}

/** Requests as a dense table; on a phone the same rows become cards. */
export function QueueTable(props: QueueTableProps) {
  const { rows, label, cursor, selection, fresh, onVisit, onAssignToMe } = props;
  const { t } = useTranslation('agent');
  return (
    <div className={classes['frame']}>
      <table className={classes['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={classes['select']}>
              <Checkbox
                size="xs"
                aria-label={t('bulk.select.shown')}
                checked={selection.share === 'all'}
                indeterminate={selection.share === 'some'}
                onChange={selection.toggleShown}
              />
            </th>
            <th scope="col" className={classes['key']}>
              {t('queue.columns.key')}
            </th>
            <th scope="col">{t('queue.columns.summary')}</th>
            <th scope="col" className={classes['reporter']}>
              {t('queue.columns.reporter')}
            </th>
            <th scope="col" className={classes['status']}>
              {t('queue.columns.status')}
            </th>
            <th scope="col" className={classes['assignee']}>
              {t('queue.columns.assignee')}
            </th>
            <th scope="col" className={classes['created']}>
              {t('queue.columns.created')}
            </th>
            <th scope="col" className={classes['updated']}>
              {t('queue.columns.updated')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <QueueTableRow
              key={row.key}
              row={row}
              isCurrent={cursor.key === row.key}
              isSelected={selection.has(row.key)}
              onSelect={(isRange) => selection.toggle(row.key, isRange)}
              freshness={fresh.get(row.key)}
              linkRef={cursor.register(row.key)}
              onFocus={() => {
                cursor.visit(row.key);
                onVisit(row.key);
              }}
              onAssignToMe={() => onAssignToMe(row)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface QueueTableRowProps {
  readonly row: ListRow;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (isRange: boolean) => void;
  readonly freshness: Freshness | undefined;
  readonly linkRef: (element: HTMLElement | null) => void;
  readonly onFocus: () => void;
  readonly onAssignToMe: () => void;
}

function QueueTableRow(props: QueueTableRowProps) {
  const { row, isCurrent, isSelected, onSelect, freshness, linkRef, onFocus, onAssignToMe } = props;
  const { t } = useTranslation('agent');
  return (
    <tr
      data-row
      className={classes['row']}
      data-current={isCurrent || undefined}
      data-selected={isSelected || undefined}
      data-fresh={freshness}
      onFocus={onFocus}
    >
      <td className={classes['select']}>
        <Checkbox
          size="xs"
          aria-label={t('bulk.select.one', { key: row.key })}
          checked={isSelected}
          // with shift, all since the last one: only a click says so
          onClick={({ shiftKey }) => onSelect(shiftKey)}
          onChange={() => {}}
        />
      </td>
      <td className={classes['key']}>{row.key}</td>
      <td className={classes['summary']}>
        <div className={classes['line']}>
          <Link
            to="/browse/$key"
            params={{ key: row.key }}
            ref={linkRef}
            className={classes['link']}
            title={row.summary}
          >
            {row.summary}
          </Link>
          {freshness ? (
            <Badge
              size="sm"
              color={freshness === 'new' ? 'green' : 'blue'}
              className={classes['fresh'] ?? ''}
            >
              {t(freshness === 'new' ? 'queue.isNew' : 'queue.isChanged')}
            </Badge>
          ) : null}
        </div>
      </td>
      <td className={classes['reporter']}>
        <div className={classes['clip']} title={row.reporter}>
          {row.reporter || t('queue.unknownReporter')}
        </div>
        {row.organization ? (
          <div className={`${classes['clip']} ${classes['organization']}`} title={row.organization}>
            {row.organization}
          </div>
        ) : null}
      </td>
      <td className={classes['status']}>
        <StatusBadge name={row.status} category={row.statusCategory} />
      </td>
      <td className={classes['assignee']}>
        {row.assigneeId ? (
          <span className={classes['person']} title={row.assignee}>
            <PersonAvatar name={row.assignee} size={22} />
            <span className={classes['clip']}>{row.assignee}</span>
          </span>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes['take'] ?? ''}
            onClick={onAssignToMe}
          >
            <span className={classes['nobody']}>{t('queue.unassigned')}</span>
            <span className={classes['mine']}>{t('queue.assignToMe')}</span>
            <VisuallyHidden>, {t('queue.assignKeyToMe', { key: row.key })}</VisuallyHidden>
          </Button>
        )}
      </td>
      <td className={classes['created']}>
        <Time at={row.createdAt} />
      </td>
      <td className={classes['updated']}>
        <Time at={row.changedAt} />
      </td>
    </tr>
  );
}
