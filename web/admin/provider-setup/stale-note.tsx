import { useTranslation } from 'react-i18next';
import { StaleAlert } from '../forms/stale-alert.tsx';
import type { ProviderSetup } from './setup-query.ts';
import type { Stale } from './use-stale.ts';

interface StaleNoteProps {
  readonly stale: Stale;
  readonly site: string;
  readonly onTake: (newest: ProviderSetup) => void;
}

/** Says that somebody else saved first, and offers to bring the form up to date. */
export function StaleNote({ stale, site, onTake }: StaleNoteProps) {
  const { t } = useTranslation('admin');
  if (!stale.isStale) return null;
  return (
    <StaleAlert
      title={t('providerSetup.stale.title')}
      text={t('providerSetup.stale.text', { site })}
      advice={t('providerSetup.stale.advice')}
      action={t('providerSetup.stale.action')}
      onTake={async () => onTake(await stale.newest())}
    />
  );
}
