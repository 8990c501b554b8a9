import { useTranslation } from 'react-i18next';
import type { ProviderValues } from './provider-values.ts';

/** The labels of fields, to be named in a sentence. */
export function useFieldNames(): (fields: readonly (keyof ProviderValues)[]) => string {
  const { t, i18n } = useTranslation('admin');
  const labels: Record<keyof ProviderValues, string> = {
    name: t('signIn.name'),
    domains: t('domains.label'),
    createsAccounts: t('signIn.createsAccounts'),
    admitsStaff: t('signIn.admits'),
    entityId: t('signIn.entityId'),
    signOnUrl: t('signIn.signOnUrl'),
    certificates: t('signIn.certificates'),
    emailAttribute: t('signIn.emailAttribute'),
    nameAttribute: t('signIn.nameAttribute'),
    groupsAttribute: t('signIn.groupsAttribute'),
    issuer: t('signIn.issuer'),
    clientId: t('signIn.clientId'),
    clientSecret: t('signIn.clientSecret'),
    scopes: t('signIn.scopes'),
  };
  return (fields) => new Intl.ListFormat(i18n.language).format(fields.map((field) => labels[field]));
}
