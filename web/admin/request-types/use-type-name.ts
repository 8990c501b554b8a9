import { useTranslation } from 'react-i18next';
import type { AskableField } from './request-type-queries.ts';

/** What a type of field is called, those of the requests' own fields included. */
export function useTypeName(): (type: AskableField['type']) => string {
  const { t } = useTranslation('admin');
  return (type) => {
    switch (type) {
      case 'summary':
        return t('fields.types.text');
      case 'description':
        return t('fields.types.paragraph');
      case 'attachment':
        return t('requestTypes.builder.files');
      default:
        return t(`fields.types.${type}`);
    }
  };
}
