import { useTimeZone } from '../../components/time.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { TextInput } from '../../plain/field.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import { firstDefault, line } from './line.ts';
import { useUnfinished } from './use-unfinished.ts';
import { localTime, momentAt } from './zoned-time.ts';

/** A point in time, as the customer's clock shows it. */
export const dateTimeField: FieldModule = {
  ...line,
  initial(field, { timeZone }) {
    const at = new Date(firstDefault(field).replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isNaN(at.getTime()) ? '' : localTime(at, timeZone);
  },
  problem(state, { _portico: { settings } }, { now, timeZone }) {
    const moment = momentAt(state, timeZone);
    if (!moment) return { problem: 'notTime' };
    const minutes = (moment.at.getTime() - now.getTime()) / 60_000;
    // as the server does: whoever means "now" needs a moment to send it
    if (settings.notBefore && minutes < -60) return { problem: 'past' };
    if (settings.notAfter && minutes > 60) return { problem: 'future' };
    return null;
  },
  sent: (state, _field, { timeZone }) =>
    `${state.slice(0, 16)}:00.000${momentAt(state, timeZone)?.offset ?? '+0000'}`,
  terms(state, { timeZone }) {
    const moment = momentAt(state, timeZone);
    return moment ? [moment.at.toISOString()] : [];
  },
  Control,
};

function Control({ field, state, error, onChange }: ControlProps) {
  const { t, language } = useTranslation('fields');
  const timeZone = useTimeZone();
  return (
    <TextInput
      {...around({ field, error })}
      description={
        <>
          {field.description}
          {field.description && ' '}
          {t('timesIn', { zone: zoneName(language, timeZone) })}
        </>
      }
      type="datetime-local"
      max="9999-12-31T23:59"
      autoComplete="off"
      {...useUnfinished(state, onChange)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The zone in words: its name through the year where it has one. */
function zoneName(language: string, timeZone: string | undefined): string {
  const nameIn = (timeZoneName: 'longGeneric' | 'long') =>
    new Intl.DateTimeFormat(language, { ...(timeZone && { timeZone }), timeZoneName })
      .formatToParts(new Date())
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const name = nameIn('longGeneric');
  return name.startsWith('GMT') ? nameIn('long') : name;
}
