import { IconDeviceMobile, IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { ConfirmDialog } from '../../kit/plain/confirm-dialog.tsx';
import classes from './security-page.module.css';
import { removeFactor, type Security } from './security-queries.ts';

interface SecurityFactorsProps {
  readonly security: Security;
  readonly onChanged: (words: string) => Promise<void>;
}

/** One's second factors, and removing them. */
export function SecurityFactors({ security, onChanged }: SecurityFactorsProps) {
  const { t } = useTranslation('second-factor');
  const { factors, requirement } = security;
  const [asking, setAsking] = useState<Security['factors'][number] | null>(null);
  const removing = useMutation({
    mutationFn: removeFactor,
    onSuccess: (_, { name }) => onChanged(t('security.wasRemoved', { name })),
    onSettled: () => setAsking(null),
  });
  if (factors.length === 0) return <p className={classes['empty']}>{t('security.none')}</p>;
  const isLast = factors.length === 1;
  return (
    <>
      {removing.error && <ErrorAlert error={removing.error} />}
      <ul className={classes['list']}>
        {factors.map((factor) => {
          const { kind, id, name, createdAt, lastUsedAt } = factor;
          const Icon = kind === 'totp' ? IconDeviceMobile : IconKey;
          return (
            <li key={`${kind}-${id}`} className={classes['item']}>
              <Icon size={22} stroke={1.6} aria-hidden="true" />
              <div className={classes['facts']}>
                <h3>{name}</h3>
                <p>{t(`security.${kind}`)}</p>
                <p>
                  {t('security.added')} <Time at={createdAt} />
                  {' · '}
                  {lastUsedAt ? (
                    <>
                      {t('security.lastUsed')} <Time at={lastUsedAt} />
                    </>
                  ) : (
                    t('security.neverUsed')
                  )}
                </p>
              </div>
              <Button
                size="sm"
                aria-label={t('security.removeLabel', { name })}
                onClick={() => setAsking(factor)}
              >
                {t('security.remove')}
              </Button>
            </li>
          );
        })}
      </ul>
      {asking && (
        <ConfirmDialog
          title={t('security.removeTitle', { name: asking.name })}
          confirm={t('security.remove')}
          cancel={t('security.cancel')}
          isDanger
          isBusy={removing.isPending}
          onConfirm={() => removing.mutate(asking)}
          onCancel={() => setAsking(null)}
        >
          <p>{t('security.removeText')}</p>
          {isLast && (
            <p>{t(requirement === 'required' ? 'security.removeLastRequired' : 'security.removeLast')}</p>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
