import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import type { Portal } from '../queries.ts';
import classes from './filter-bar.module.css';
import type { RequestFilter } from './request-filter.ts';
import { seesOthersQuery } from './requests-queries.ts';

const statuses = ['open', 'closed', 'all'] as const;

/** Long enough that a word is not searched letter by letter, in milliseconds. */
const typingPauseMs = 350;

/** Status, portal, owner, words. Each takes effect at once. */
export function FilterBar({
  filter,
  portals,
  onFilter,
}: {
  filter: RequestFilter;
  portals: readonly Portal[];
  onFilter: (filter: RequestFilter) => void;
}) {
  const { t } = useTranslation('portal');
  const id = useId();
  const seesOthers = useQuery(seesOthersQuery).data ?? false;
  const [typed, setTyped] = useState(filter.q ?? '');
  const { status, portal, owner, q } = filter;

  // back and forward change the address under us
  useEffect(() => setTyped(q ?? ''), [q]);
  const search = useEffectEvent((words: string) => {
    if (words !== (q ?? '')) onFilter(compose({ status, portal, owner, q: words }));
  });
  useEffect(() => {
    const timer = setTimeout(() => search(typed.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <search className={classes['bar']}>
      <fieldset className={classes['status']}>
        <legend>{t('requests.status')}</legend>
        <div>
          {statuses.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={`${id}-status`}
                checked={status === choice}
                onChange={() => onFilter(compose({ status: choice, portal, owner, q }))}
              />
              <span>{t(`requests.${choice}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {(portals.length > 1 || portal) && (
        <label className={classes['choice']}>
          <span>{t('requests.portal')}</span>
          <select
            value={portal ?? ''}
            onChange={(event) => onFilter(compose({ status, portal: event.currentTarget.value, owner, q }))}
          >
            <option value="">{t('requests.allPortals')}</option>
            {portals.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {(seesOthers || owner) && (
        <label className={classes['choice']}>
          <span>{t('requests.owner')}</span>
          <select
            value={owner ?? ''}
            onChange={(event) =>
              onFilter(
                compose({ status, portal, owner: event.currentTarget.value === 'me' ? 'me' : undefined, q }),
              )
            }
          >
            <option value="">{t('requests.anybody')}</option>
            <option value="me">{t('requests.me')}</option>
          </select>
        </label>
      )}
      <label className={classes['search']}>
        <span>{t('requests.search')}</span>
        <span className={classes['box']}>
          <IconSearch size={18} stroke={1.8} aria-hidden="true" />
          <input
            type="search"
            autoComplete="off"
            placeholder={t('requests.searchPlaceholder')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </span>
      </label>
    </search>
  );
}

function compose(parts: { [Part in keyof RequestFilter]: RequestFilter[Part] | undefined }): RequestFilter {
  const { status = 'open', portal, owner, q } = parts;
  return { status, ...(portal && { portal }), ...(owner && { owner }), ...(q && { q }) };
}
