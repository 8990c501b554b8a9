import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { BringHolidays } from './bring-holidays.tsx';
import type { Holiday } from './calendar-queries.ts';
import classes from './holidays.module.css';
import { dateInWords, isPast, sortedHolidays } from './holidays.ts';

/** With more holidays than these, the others are shown when they are asked for. */
const shownAtFirst = 40;

interface HolidaysEditorProps {
  readonly deskId: string;
  readonly holidays: readonly Holiday[];
  readonly error: string | undefined;
  readonly onChange: (holidays: Holiday[]) => void;
}

/** The holidays of a calendar: one by one, pasted, or out of a file. */
export function HolidaysEditor({ deskId, holidays, error, onChange }: HolidaysEditorProps) {
  const { t, i18n } = useTranslation('admin');
  const { region, tell } = useAnnounce();
  const editor = useRef<HTMLDivElement>(null);
  const [showsPast, setShowsPast] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const [bringing, setBringing] = useState<'lines' | 'ics' | null>(null);
  const today = new Date().toISOString().slice(0, 10);
  const past = holidays.filter((holiday) => isPast(holiday, today)).length;
  const listed = showsPast ? holidays : holidays.filter((holiday) => !isPast(holiday, today));
  const shown = showsAll ? listed : listed.slice(0, shownAtFirst);
  const put = (list: readonly Holiday[]) => onChange(sortedHolidays(list));
  const change = (date: string, changes: Partial<Holiday>) =>
    onChange(holidays.map((each) => (each.date === date ? { ...each, ...changes } : each)));
  const columns = [
    t('calendars.holidays.date'),
    t('calendars.holidays.name'),
    t('calendars.holidays.everyYear'),
    '',
  ];
  return (
    <Stack gap="sm" ref={editor}>
      <NewHoliday
        holidays={holidays}
        onAdd={(holiday) => {
          put([...holidays, holiday]);
          setShowsPast(showsPast || isPast(holiday, today));
          tell(t('calendars.holidays.added', { name: holiday.name }));
        }}
      />
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => setBringing('lines')}>
          {t('calendars.holidays.paste')}
        </Button>
        <Button variant="default" size="xs" onClick={() => setBringing('ics')}>
          {t('calendars.holidays.import')}
        </Button>
      </Group>
      {error === undefined ? null : (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      {holidays.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('calendars.holidays.empty')}
        </Text>
      ) : null}
      {shown.length > 0 ? (
        <ResponsiveTable label={t('calendars.holidays.title')} columns={columns}>
          {shown.map((holiday, index) => {
            const date = dateInWords(holiday, i18n.language);
            const removing = t('calendars.holidays.removeOf', { name: holiday.name, date });
            return (
              <tr key={holiday.date}>
                <Cell>{date}</Cell>
                <Cell label={t('calendars.holidays.name')}>
                  <TextInput
                    size="sm"
                    className={classes['name'] ?? ''}
                    aria-label={t('calendars.holidays.nameOf', { date })}
                    value={holiday.name}
                    maxLength={200}
                    error={holiday.name.trim() === ''}
                    onChange={(event) => change(holiday.date, { name: event.currentTarget.value })}
                  />
                </Cell>
                <Cell label={t('calendars.holidays.everyYear')}>
                  <Checkbox
                    aria-label={t('calendars.holidays.everyYearOf', { date })}
                    checked={holiday.isYearly}
                    onChange={(event) => change(holiday.date, { isYearly: event.currentTarget.checked })}
                  />
                </Cell>
                <ActionsCell>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    data-remove={holiday.date}
                    aria-label={removing}
                    title={removing}
                    onClick={() => {
                      onChange(holidays.filter((each) => each.date !== holiday.date));
                      const next = shown[index + 1] ?? shown[index - 1];
                      if (next)
                        editor.current?.querySelector<HTMLElement>(`[data-remove="${next.date}"]`)?.focus();
                      tell(t('calendars.holidays.removed', { name: holiday.name }));
                    }}
                  >
                    <IconX size={16} aria-hidden="true" />
                  </ActionIcon>
                </ActionsCell>
              </tr>
            );
          })}
        </ResponsiveTable>
      ) : null}
      {shown.length < listed.length || (past > 0 && !showsPast) ? (
        <Group gap="xs">
          {shown.length < listed.length ? (
            <Button variant="subtle" size="xs" onClick={() => setShowsAll(true)}>
              {t('calendars.holidays.more', { count: listed.length })}
            </Button>
          ) : null}
          {past > 0 && !showsPast ? (
            <Button variant="subtle" size="xs" onClick={() => setShowsPast(true)}>
              {t('calendars.holidays.past', { count: past })}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {region}
      {bringing ? (
        <BringHolidays
          deskId={deskId}
          format={bringing}
          there={holidays}
          onTake={(found) => {
            put([...holidays, ...found]);
            setShowsPast(showsPast || found.some((holiday) => isPast(holiday, today)));
            tell(t('calendars.holidays.taken', { count: found.length }));
          }}
          onClose={() => setBringing(null)}
        />
      ) : null}
    </Stack>
  );
}

function NewHoliday({
  holidays,
  onAdd,
}: {
  holidays: readonly Holiday[];
  onAdd: (holiday: Holiday) => void;
}) {
  const { t } = useTranslation('admin');
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [isYearly, setIsYearly] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const dateInput = useRef<HTMLInputElement>(null);
  function add() {
    const isTaken = holidays.some((holiday) => holiday.date === date);
    if (date === '' || isTaken) {
      setProblem(t(isTaken ? 'calendars.holidays.dateTaken' : 'calendars.holidays.dateMissing'));
      dateInput.current?.focus();
      return;
    }
    onAdd({ date, name: name.trim() || t('calendars.holidays.title'), isYearly });
    setDate('');
    setName('');
    setProblem(null);
    dateInput.current?.focus();
  }
  return (
    <div className={classes['new']}>
      <TextInput
        ref={dateInput}
        type="date"
        size="sm"
        label={t('calendars.holidays.date')}
        min="1970-01-01"
        max="2199-12-31"
        value={date}
        error={problem}
        onChange={(event) => {
          setDate(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <TextInput
        size="sm"
        label={t('calendars.holidays.name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          // the form around it is not to be saved by this
          event.preventDefault();
          add();
        }}
      />
      <Checkbox
        className={classes['yearly'] ?? ''}
        label={t('calendars.holidays.everyYear')}
        checked={isYearly}
        onChange={(event) => setIsYearly(event.currentTarget.checked)}
      />
      <Button
        variant="default"
        size="sm"
        className={classes['add'] ?? ''}
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={add}
      >
        {t('calendars.holidays.add')}
      </Button>
    </div>
  );
}
