import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { answer, api } from '../api/client.ts';
import { type SessionAccount, sessionQuery } from '../api/session.ts';
import classes from '../components/app-header.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import { zonesByRegion } from './zones.ts';

/** In which time zone the account sees times, wherever it signs in; as the browser says, where it has not chosen one. */
export function TimeZoneChoice({ account }: { account: SessionAccount }) {
  const { t } = useTranslation('time-zone');
  const queries = useQueryClient();
  const id = useId();
  const { timeZone } = account;
  const saving = useMutation({
    mutationFn: (chosen: string | null) =>
      answer(api.PUT('/rest/portico/1/session/preferences', { body: { timeZone: chosen } })),
    // each time on the page is drawn anew by it
    onSuccess: (_, chosen) =>
      queries.setQueryData(sessionQuery.queryKey, (seen) => seen && { ...seen, timeZone: chosen }),
  });
  const shown = saving.isPending ? saving.variables : timeZone;
  return (
    <label className={classes['language']} htmlFor={id}>
      {t('label')}
      <select
        id={id}
        value={shown ?? ''}
        aria-invalid={saving.isError || undefined}
        aria-describedby={saving.isError ? `${id}-error` : undefined}
        onChange={(event) => saving.mutate(event.currentTarget.value || null)}
      >
        <option value="">{t('browser', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}</option>
        {[...zonesByRegion(Intl.supportedValuesOf('timeZone'), timeZone)].map(([region, zones]) =>
          region === '' ? (
            zones.map(({ zone, label }) => (
              <option key={zone} value={zone}>
                {label}
              </option>
            ))
          ) : (
            <optgroup key={region} label={region}>
              {zones.map(({ zone, label }) => (
                <option key={zone} value={zone}>
                  {label}
                </option>
              ))}
            </optgroup>
          ),
        )}
      </select>
      {saving.isError ? (
        <span id={`${id}-error`} role="alert" className={classes['hint']}>
          {t('failed')}
        </span>
      ) : null}
    </label>
  );
}
