import { IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import type { ListColumn } from './columns.ts';
import classes from './list-bar.module.css';
import { orderWords } from './orders.ts';
import { composeFilter, isNarrowed, orders, type RequestFilter } from './request-filter.ts';

interface ListBarProps {
  readonly filter: RequestFilter;
  readonly count: number;
  readonly hasMore: boolean;
  readonly columns: readonly ListColumn[];
  readonly usual: readonly ListColumn[];
  readonly isChosen: boolean;
  readonly onFilter: (filter: RequestFilter) => void;
}

/** Above the list: how many there are, their order, and what is shown of them. */
export function ListBar({ filter, count, hasMore, onFilter, ...columns }: ListBarProps) {
  const { t } = useTranslation('requests');
  return (
    <div className={classes['bar']}>
      <p role="status" className={classes['count']}>
        {count > 0 && t(hasMore ? 'shownMore' : 'shown', { count })}
      </p>
      {isNarrowed(filter) && (
        <Button
          variant="subtle"
          size="sm"
          icon={<IconFilterOff size={16} aria-hidden="true" />}
          onClick={() => onFilter(composeFilter({ status: filter.status, sort: filter.sort }))}
        >
          {t('clear')}
        </Button>
      )}
      {count > 0 && (
        <div className={classes['tools']}>
          <label className={classes['sort']}>
            <span>{t('sort')}</span>
            <select
              value={filter.sort ?? '-created'}
              onChange={(event) => {
                const sort = orders.find((order) => order === event.currentTarget.value);
                onFilter(composeFilter({ ...filter, sort }));
              }}
            >
              {orders.map((order) => (
                <option key={order} value={order}>
                  {t(`orders.${orderWords[order]}`)}
                </option>
              ))}
            </select>
          </label>
          <ColumnChooser {...columns} />
        </div>
      )}
    </div>
  );
}
