import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../kit/components/time.tsx';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import { isSlaValue, type SlaValue } from '../../kit/sla/sla-value.ts';
import { type ShownSla, useSlaLook } from '../../kit/sla/use-sla-look.ts';
import { exactTime } from '../../kit/time.ts';
import { SlaTime } from './sla-time.tsx';

/** A service level in a list: the time that is left, counting down. A dash where there is none, or where it has not begun. */
export function SlaCell({ value }: { value: unknown }) {
  return isSlaValue(value) ? <Cell value={value} /> : <NotBegun />;
}

function NotBegun() {
  const { t } = useTranslation('agent');
  return (
    <Text component="span" size="xs" c="dimmed">
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{t('sla.notBegun')}</VisuallyHidden>
    </Text>
  );
}

function Cell({ value }: { value: SlaValue }) {
  const shown = useSlaLook(value);
  const words = useSlaWords(value, shown);
  if (!shown) return <NotBegun />;
  return (
    <SlaTime state={shown.state} title={words}>
      <span aria-hidden="true">{shown.text || '–'}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </SlaTime>
  );
}

/** What a service level says in a sentence: its name, its state, the time left, when it is due in the viewer's zone. */
function useSlaWords(value: SlaValue, shown: ShownSla | null): string {
  const { t, i18n } = useTranslation('agent');
  const timeZone = useTimeZone();
  if (!shown) return '';
  const { name, ongoingCycle } = value;
  const state = t(`sla.state.${shown.state}`);
  const isOver = shown.text.startsWith('-');
  const time = t(isOver ? 'sla.over' : 'sla.left', { time: shown.text.replace('-', '') });
  const parts: string[] = [
    shown.text === '' ? t('sla.cell', { name, state }) : t('sla.cellTime', { name, state, time }),
  ];
  const due = ongoingCycle?.breachTime;
  if (due) parts.push(t('sla.dueAt', { at: exactTime(new Date(due.epochMillis), i18n.language, timeZone) }));
  return parts.join(', ');
}
