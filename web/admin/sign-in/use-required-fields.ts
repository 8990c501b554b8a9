import { useTranslation } from 'react-i18next';
import type { Protocol } from './provider-queries.ts';
import { missingFields, type ProviderValues } from './provider-values.ts';

/** Says of fields that must not be empty that they are, before anything is sent. A disabled provider needs a name only. */
export function useRequiredFields(
  protocol: Protocol,
  isEnabled: boolean,
): (values: ProviderValues) => Record<string, string> {
  const { t } = useTranslation('admin');
  return (values) => {
    const errors: Record<string, string> = {};
    if (values.name.trim() === '') errors['name'] = t('signIn.missing');
    for (const name of isEnabled ? missingFields(protocol, values) : []) {
      errors[name] = t(name === 'certificates' ? 'signIn.missingCertificate' : 'signIn.missing');
    }
    if (values.weakAlgorithms.length > 0 && values.weakUntil === '')
      errors['weakAlgorithms'] = t('signIn.missingDay');
    return errors;
  };
}
