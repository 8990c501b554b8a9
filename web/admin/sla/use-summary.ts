import { useTranslation } from 'react-i18next';
import type { ConditionKind } from './condition-kinds.ts';
import type { EditedSla } from './edited-sla.ts';
import type { StatusChoice } from './sla-queries.ts';
import { conditionsInWords } from './summary.ts';

/** What a service level measures, in a sentence. */
export function useSummary(
  { starts, stops, pauses }: Pick<EditedSla, 'starts' | 'stops' | 'pauses'>,
  statuses: readonly StatusChoice[],
): string {
  const { t, i18n } = useTranslation('admin');
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
  const words = {
    phrase: (kind: ConditionKind, what: string) => t(`slas.phrases.${kind}`, { what }),
    missing: t('slas.summary.missing'),
    anyOf: (parts: readonly string[]) => list.format(parts),
    statusName: (id: string) => statuses.find((status) => status.id === id)?.name ?? id,
  };
  const start = conditionsInWords(starts, words) || t('slas.summary.missing');
  const stop = conditionsInWords(stops, words) || t('slas.summary.missing');
  const pause = conditionsInWords(pauses, words);
  return pause === ''
    ? t('slas.summary.all', { start, stop })
    : t('slas.summary.paused', { start, stop, pause });
}
