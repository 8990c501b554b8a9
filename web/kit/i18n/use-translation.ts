import i18next, { type Namespace, type TFunction } from 'i18next';
import { useMemo, useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  i18next.on('languageChanged', onChange);
  return () => i18next.off('languageChanged', onChange);
}

/**
 * The words of a namespace in the page's language, and that language for Intl. All that kit and portal need of
 * react-i18next, whose other nine tenths the portal's first load does without; the same i18next stands behind both.
 */
export function useTranslation<const Ns extends Namespace>(
  namespace: Ns,
): { t: TFunction<Ns>; language: string } {
  const language = useSyncExternalStore(subscribe, () => i18next.language);
  const key = String(namespace);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list of namespaces is a new one at every call
  const t = useMemo(() => i18next.getFixedT(language, namespace), [language, key]);
  return { t: t as TFunction<Ns>, language };
}
