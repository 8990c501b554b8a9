import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import type { Portal } from '../queries.ts';
import classes from './filter-bar.module.css';
import { typeChoicesQuery } from './list-queries.ts';
import type { RequestFilter } from './request-filter.ts';

/** Which kind of request: of the portal that is chosen, else of all of them, portal by portal. */
export function TypeChoice({
  filter: { portal, type },
  portals,
  onChange,
}: {
  filter: RequestFilter;
  portals: readonly Portal[];
  onChange: (change: { type: string; portal?: string }) => void;
}) {
  const { t } = useTranslation('requests');
  const types = useQuery(typeChoicesQuery(portal)).data ?? [];
  if (types.length < 2 && !type) return null;
  const groups = portals.flatMap(({ id, name }) => {
    const ofPortal = types.filter(({ portalId }) => portalId === id);
    return ofPortal.length > 0 ? [{ id, name, types: ofPortal }] : [];
  });
  const options = (list: typeof types) =>
    list.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
  return (
    <label className={classes['choice']}>
      <span>{t('type')}</span>
      <select value={type ?? ''} onChange={(event) => onChange({ type: event.currentTarget.value })}>
        <option value="">{t('allTypes')}</option>
        {groups.length > 1
          ? groups.map((group) => (
              <optgroup key={group.id} label={group.name}>
                {options(group.types)}
              </optgroup>
            ))
          : options(types)}
        {/* one that is no longer offered still narrows the list */}
        {type && types.every(({ id }) => id !== type) && <option value={type}>–</option>}
      </select>
    </label>
  );
}
