import { useTranslation } from 'react-i18next';
import type { ProviderValues } from './provider-values.ts';

/** The labels of fields, to be named in a sentence. */
export function useFieldNames(): (fields: readonly (keyof ProviderValues)[]) => string {
  const { t, i18n } = useTranslation('admin');
  const labelOf = (field: keyof ProviderValues) =>
    field === 'domains' ? t('domains.label') : t(`signIn.fields.${field}`);
  return (fields) => new Intl.ListFormat(i18n.language).format(fields.map(labelOf));
}
