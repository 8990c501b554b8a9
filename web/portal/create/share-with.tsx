import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import classes from './share-with.module.css';

interface ShareWithProps {
  readonly portalId: string;
  /** ids of organizations */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The organizations whose people may all see the new request; nothing where the customer may share with none. */
export function ShareWith({ portalId, chosen, onChange }: ShareWithProps) {
  const { t } = useTranslation('sharing');
  const organizations = useQuery({
    queryKey: ['nameable', 'sharing', portalId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/portico/1/service-desk/{serviceDeskId}/organization-candidate', {
          params: { path: { serviceDeskId: portalId } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
  const found = organizations.data?.values ?? [];
  if (found.length === 0) return null;
  return (
    <fieldset className={classes['group']} aria-describedby="sharing-help">
      <legend>{t('title')}</legend>
      <p id="sharing-help">{t('help')}</p>
      <div className={classes['choices']}>
        {found.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            <span>{t('everybodyIn', { name })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
