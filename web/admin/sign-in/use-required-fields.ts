import { useTranslation } from 'react-i18next';
import type { Protocol } from './provider-queries.ts';
import { type ProviderValues, requiredFields } from './provider-values.ts';

/** Says of fields that must not be empty that they are, before anything is sent. */
export function useRequiredFields(protocol: Protocol): (values: ProviderValues) => Record<string, string> {
  const { t } = useTranslation('admin');
  return (values) => {
    const errors: Record<string, string> = {};
    for (const name of requiredFields(protocol)) {
      if (String(values[name]).trim() === '') errors[name] = t('signIn.missing');
    }
    if (protocol === 'saml' && values.certificates.every((text) => text.trim() === '')) {
      errors['certificates'] = t('signIn.missingCertificate');
    }
    return errors;
  };
}
