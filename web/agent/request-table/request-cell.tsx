import { Button, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { Time } from '../../kit/components/time.tsx';
import { shownValue } from '../../kit/field-values/shown-value.ts';
import { shortDate } from '../../kit/time.ts';
import { isoDate } from '../jira-date.ts';
import { PriorityMark } from '../priority/priority-mark.tsx';
import { SlaCell } from '../sla/sla-cell.tsx';
import { cellText, cellValue, countOf } from './cell-text.ts';
import type { TableColumn } from './columns.ts';
import classes from './request-table.module.css';
import { momentOf, personOf, type TableRow } from './table-row.ts';
import { useReader } from './use-reader.ts';

interface RequestCellProps {
  readonly column: TableColumn;
  readonly row: TableRow;
  /** the reporter's organization is shown below their name: it has no column of its own */
  readonly withOrganization: boolean;
  /** absent: nobody is assigned from this list */
  readonly onAssignToMe?: (() => void) | undefined;
}

/** What a cell shows of its request, by what kind of column it is in. The summary is the row's link, and drawn by the row. */
export function RequestCell({ column, row, withOrganization, onAssignToMe }: RequestCellProps) {
  const reader = useReader();
  const value = cellValue(column, row);
  switch (column.kind) {
    case 'reporter':
      return <ReporterCell value={value} organization={withOrganization ? organizationOf(row) : ''} />;
    case 'assignee':
      return <AssigneeCell row={row} value={value} onAssignToMe={onAssignToMe} />;
    case 'person': {
      const person = personOf(value);
      return person ? <Person name={person.displayName} /> : <Nothing />;
    }
    case 'people': {
      const people = Array.isArray(value) ? value.flatMap((each) => personOf(each) ?? []) : [];
      const [only] = people;
      if (only && people.length === 1) return <Person name={only.displayName} />;
      return <Clipped text={people.map(({ displayName }) => displayName).join(', ')} />;
    }
    case 'status': {
      const { name, statusCategory } = (value ?? {}) as { name?: string; statusCategory?: { key: string } };
      return name ? <StatusBadge name={name} category={statusCategory?.key ?? ''} /> : <Nothing />;
    }
    case 'priority': {
      const { name, _portico } = (value ?? {}) as { name?: string; _portico?: { color?: string } };
      return name ? <PriorityMark name={name} color={_portico?.color} /> : <Nothing />;
    }
    case 'moment':
      return momentOf(value) ? <Time at={isoDate(String(value))} /> : <Nothing />;
    case 'day': {
      const day = momentOf(value);
      return day ? <Clipped text={shortDate(day, reader.language, 'UTC')} /> : <Nothing />;
    }
    case 'sla':
      return <SlaCell value={value} />;
    case 'count':
      return countOf(value) > 0 ? countOf(value).toLocaleString(reader.language) : <Nothing />;
    case 'link': {
      const shown = shownValue('url', value, reader);
      if (shown.kind !== 'link') return <Clipped text={cellText(column, row, reader)} />;
      return (
        <a
          className={`${classes['clip']} ${classes['away']}`}
          href={shown.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          title={shown.href}
        >
          {shown.text}
        </a>
      );
    }
    default:
      return <Clipped text={cellText(column, row, reader)} />;
  }
}

function organizationOf({ fields, _portico: extras }: TableRow): string {
  const given = extras?.organization ?? fields['organization'];
  return (given as { name?: string } | null | undefined)?.name ?? '';
}

function Nothing() {
  const { t } = useTranslation('agent');
  return (
    <>
      <span aria-hidden="true" className={classes['nothing']}>
        –
      </span>
      <VisuallyHidden>{t('table.nothing')}</VisuallyHidden>
    </>
  );
}

function Clipped({ text }: { text: string }) {
  if (text === '') return <Nothing />;
  return (
    <div className={classes['clip']} title={text}>
      {text}
    </div>
  );
}

function Person({ name }: { name: string }) {
  return (
    <span className={classes['person']} title={name}>
      <PersonAvatar name={name} size={22} />
      <span className={classes['clip']}>{name}</span>
    </span>
  );
}

function ReporterCell({ value, organization }: { value: unknown; organization: string }) {
  const { t } = useTranslation('agent');
  const name = personOf(value)?.displayName ?? '';
  return (
    <>
      <div className={classes['clip']} title={name}>
        {name || t('table.unknownReporter')}
      </div>
      {organization ? (
        <div className={`${classes['clip']} ${classes['organization']}`} title={organization}>
          {organization}
        </div>
      ) : null}
    </>
  );
}

function AssigneeCell({
  row,
  value,
  onAssignToMe,
}: {
  row: TableRow;
  value: unknown;
  onAssignToMe: (() => void) | undefined;
}) {
  const { t } = useTranslation('agent');
  const person = personOf(value);
  if (person) return <Person name={person.displayName} />;
  if (!onAssignToMe) return <span className={classes['nothing']}>{t('table.unassigned')}</span>;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      className={classes['take'] ?? ''}
      onClick={onAssignToMe}
    >
      <span className={classes['nobody']}>{t('table.unassigned')}</span>
      <span className={classes['mine']}>{t('table.assignToMe')}</span>
      <VisuallyHidden>, {t('table.assignKeyToMe', { key: row.key })}</VisuallyHidden>
    </Button>
  );
}
