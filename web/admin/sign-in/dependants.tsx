import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Note } from '../../kit/plain/note.tsx';
import { dependantsQuery } from './provider-queries.ts';

/** Who loses a way in when a provider is switched off: people of late, and portals that rely on it. */
export function Dependants({ providerId }: { providerId: string }) {
  const { t } = useTranslation('admin');
  const { data } = useQuery(dependantsQuery(providerId));
  if (!data) return null;
  const { recentPeople, recentPeopleWithoutOtherWay, recentDays, requiredBy, onlyWayInto } = data;
  return (
    <>
      <p>
        {t('lockOut.people', { count: recentPeople, days: recentDays })}{' '}
        {recentPeopleWithoutOtherWay > 0
          ? t('lockOut.noOtherWay', { count: recentPeopleWithoutOtherWay })
          : null}
      </p>
      {requiredBy.length > onlyWayInto.length ? (
        <p>{t('lockOut.requiredBy', { portals: namesOf(requiredBy) })}</p>
      ) : null}
      {onlyWayInto.length > 0 ? (
        <Note
          tone="error"
          title={t('lockOut.title', { count: onlyWayInto.length, portals: namesOf(onlyWayInto) })}
        >
          {t('lockOut.text', { count: onlyWayInto.length })}
        </Note>
      ) : null}
    </>
  );
}

/** Says before saving that a passed test will no longer count, where portals rely on the provider. */
export function StaleTestWarning({ providerId }: { providerId: string }) {
  const { t } = useTranslation('admin');
  const { data } = useQuery(dependantsQuery(providerId));
  if (!data || data.requiredBy.length === 0) return null;
  return (
    <Note tone="info" role="status">
      {t('lockOut.staleTest', { count: data.requiredBy.length, portals: namesOf(data.requiredBy) })}
    </Note>
  );
}

const mostNames = 5;

function namesOf(portals: readonly { readonly name: string }[]): string {
  const names = portals.slice(0, mostNames).map(({ name }) => name);
  return portals.length > mostNames ? `${names.join(', ')}, …` : names.join(', ');
}
