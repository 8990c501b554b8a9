import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button, buttonClass } from '../../kit/plain/button.tsx';
import classes from './provider-buttons.module.css';
import { keepWayLeft } from './sign-in-memory.ts';
import pageClasses from './sign-in-page.module.css';
import type { OfferedProvider } from './sign-in-queries.ts';

/** A button for each company's login that is shown here. */
export function ProviderButtons({ providers }: { providers: readonly OfferedProvider[] }) {
  const { t } = useTranslation('sign-in');
  if (providers.length === 0) return null;
  return (
    <div className={pageClasses['step']}>
      <div className={classes['or']} aria-hidden="true">
        {t('or')}
      </div>
      <ul className={classes['list']} aria-label={t('companies')}>
        {providers.map((provider) => (
          <li key={provider.id}>
            <ProviderLink provider={provider} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The company's login that this browser used before, and a way to every other. */
export function RememberedStep({ provider, onOther }: { provider: OfferedProvider; onOther: () => void }) {
  const { t } = useTranslation('sign-in');
  return (
    <div className={pageClasses['step']}>
      <p className={pageClasses['intro']}>{t('remembered')}</p>
      <ProviderLink provider={provider} isFilled />
      <Button variant="subtle" size="sm" onClick={onOther}>
        {t('notYou')}
      </Button>
    </div>
  );
}

function ProviderLink({ provider, isFilled = false }: { provider: OfferedProvider; isFilled?: boolean }) {
  const { t } = useTranslation('sign-in');
  const look = buttonClass({ variant: isFilled ? 'filled' : 'default' });
  return (
    <a
      className={`${look} ${classes['provider'] ?? ''}`}
      href={provider.url}
      onClick={() => keepWayLeft(provider.url)}
    >
      {provider.logoUrl && (
        <img className={classes['logo']} src={provider.logoUrl} alt="" width={24} height={24} />
      )}
      <span>{provider.buttonText ?? t('continueWith', { provider: provider.name })}</span>
    </a>
  );
}
