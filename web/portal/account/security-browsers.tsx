import { useMutation } from '@tanstack/react-query';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import classes from './security-page.module.css';
import { forgetBrowser, type Security } from './security-queries.ts';

interface SecurityBrowsersProps {
  readonly devices: Security['devices'];
  readonly onForgotten: () => Promise<void>;
}

/** Browsers that do not ask for the second factor, and forgetting them. */
export function SecurityBrowsers({ devices, onForgotten }: SecurityBrowsersProps) {
  const { t } = useTranslation('second-factor');
  const forgetting = useMutation({ mutationFn: forgetBrowser, onSettled: onForgotten });
  if (devices.length === 0) return <p className={classes['text']}>{t('security.devicesNone')}</p>;
  return (
    <>
      <p className={classes['text']}>{t('security.devicesText')}</p>
      {forgetting.error && <ErrorAlert error={forgetting.error} />}
      <ul className={classes['list']}>
        {devices.map(({ id, browser, system, address, createdAt, expiresAt }) => {
          const name =
            browser && system ? t('security.on', { browser, system }) : (browser ?? t('security.unknown'));
          return (
            <li key={id} className={classes['item']}>
              <div className={classes['facts']}>
                <h3>{name}</h3>
                {address && <p>{t('security.from', { address })}</p>}
                <p>
                  {t('security.remembered')} <Time at={createdAt} /> {t('security.until')}{' '}
                  <Time at={expiresAt} />
                </p>
              </div>
              <Button
                size="sm"
                aria-label={t('security.forgetLabel', { name })}
                isBusy={forgetting.isPending && forgetting.variables === id}
                onClick={() => forgetting.mutate(id)}
              >
                {t('security.forget')}
              </Button>
            </li>
          );
        })}
      </ul>
      {devices.length > 1 && (
        <Button size="sm" onClick={() => forgetting.mutate('all')}>
          {t('security.forgetAll')}
        </Button>
      )}
    </>
  );
}
