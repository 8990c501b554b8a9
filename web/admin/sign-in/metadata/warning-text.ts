import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../../kit/components/time.tsx';
import { shortDate } from '../../../kit/time.ts';
import type { ProviderWarning } from './metadata-queries.ts';

/** Says what is to be seen to, and what to do. */
export function useWarningText(): (warning: ProviderWarning) => { text: string; help: string | null } {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  return ({ kind, providerName: name, at, daysLeft, detail }) => {
    const values = {
      name,
      detail: detail ?? '',
      date: at === null ? '' : shortDate(new Date(at), i18n.language, timeZone),
    };
    if (kind === 'refresh') {
      return { text: t('metadata.warnings.refresh', values), help: t('metadata.warnings.refreshHelp') };
    }
    if (kind === 'metadata-waiting')
      return { text: t('metadata.warnings.metadataWaiting', values), help: null };
    if (kind === 'signing-wanted') {
      return {
        text: t('metadata.warnings.signingWanted', values),
        help: t('metadata.warnings.signingWantedHelp'),
      };
    }
    const base = kind === 'own-certificate' ? 'ownCertificate' : kind;
    const days = daysLeft ?? 0;
    const text =
      days < 0
        ? t(`metadata.warnings.${base}Past`, values)
        : days === 0
          ? t(`metadata.warnings.${base}Today`, values)
          : t(`metadata.warnings.${base}`, { ...values, count: days });
    return { text, help: base === 'exception' ? null : t(`metadata.warnings.${base}Help`) };
  };
}
