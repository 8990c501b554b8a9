import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import type { Portal } from '../queries.ts';
import classes from './filter-bar.module.css';
import { OwnerChoice } from './owner-choice.tsx';
import { composeFilter, type RequestFilter } from './request-filter.ts';
import { requestSourcesQuery } from './requests-queries.ts';
import { TypeChoice } from './type-choice.tsx';

const statuses = ['open', 'closed', 'all'] as const;

/** Long enough that a word is not searched letter by letter, in milliseconds. */
const typingPauseMs = 350;

type Change = { [Part in keyof RequestFilter]?: RequestFilter[Part] | undefined };

/** Status, portal, kind, owner, words. Each takes effect at once. */
export function FilterBar({
  filter,
  portals,
  onFilter,
}: {
  filter: RequestFilter;
  portals: readonly Portal[];
  onFilter: (filter: RequestFilter) => void;
}) {
  const { t } = useTranslation('requests');
  const id = useId();
  const sources = useQuery(requestSourcesQuery).data;
  const [typed, setTyped] = useState(filter.q ?? '');
  const { status, portal, q } = filter;
  const narrow = (change: Change) => onFilter(composeFilter({ ...filter, ...change }));

  // back and forward change the address under us
  useEffect(() => setTyped(q ?? ''), [q]);
  const search = useEffectEvent((words: string) => {
    if (words !== (q ?? '')) narrow({ q: words });
  });
  useEffect(() => {
    const timer = setTimeout(() => search(typed.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <search className={classes['bar']}>
      <fieldset className={classes['status']}>
        <legend>{t('status')}</legend>
        <div>
          {statuses.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={`${id}-status`}
                checked={status === choice}
                onChange={() => narrow({ status: choice })}
              />
              <span>{t(`statuses.${choice}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <OwnerChoice filter={filter} sources={sources} onChange={narrow} />
      {(portals.length > 1 || portal) && (
        <label className={classes['choice']}>
          <span>{t('portal')}</span>
          <select
            value={portal ?? ''}
            // a kind of request belongs to one portal
            onChange={(event) => narrow({ portal: event.currentTarget.value, type: undefined })}
          >
            <option value="">{t('allPortals')}</option>
            {portals.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <TypeChoice filter={filter} portals={portals} onChange={narrow} />
      <label className={classes['search']}>
        <span>{t('search')}</span>
        <span className={classes['box']}>
          <IconSearch size={18} stroke={1.8} aria-hidden="true" />
          <input
            type="search"
            autoComplete="off"
            maxLength={200}
            placeholder={t('searchPlaceholder')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </span>
      </label>
    </search>
  );
}
