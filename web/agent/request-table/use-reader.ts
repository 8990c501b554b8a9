import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../kit/components/time.tsx';
import type { Reader } from '../../kit/field-values/shown-value.ts';

/** Who reads the page: their language and their zone. The same object for as long as both stay. */
export function useReader(): Reader {
  const { i18n } = useTranslation('agent');
  const timeZone = useTimeZone();
  return useMemo(() => ({ language: i18n.language, timeZone }), [i18n.language, timeZone]);
}
