import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { ProviderButtons } from './provider-buttons.tsx';
import classes from './sign-in-page.module.css';
import type { OfferedProvider } from './sign-in-queries.ts';

interface NoWayStepProps {
  readonly email: string;
  readonly providers: readonly OfferedProvider[];
  readonly onBack: () => void;
}

/** When the address belongs to no company that has a login here, and passwords are not taken. */
export function NoWayStep({ email, providers, onBack }: NoWayStepProps) {
  const { t } = useTranslation('sign-in');
  const domain = email.trim().slice(email.trim().lastIndexOf('@') + 1);
  return (
    <div className={classes['step']}>
      <Note tone="info" title={t('noWay', { domain })} role="alert">
        <p>{t('noWayText')}</p>
        <Button size="sm" onClick={onBack}>
          {t('changeEmail')}
        </Button>
      </Note>
      <ProviderButtons providers={providers} />
    </div>
  );
}
