import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { type FoundHolidays, type Holiday, readHolidays } from './calendar-queries.ts';
import classes from './holidays.module.css';
import { dateInWords, newHolidays } from './holidays.ts';

const maxLength = 1_000_000;
const mostShown = 200;

interface BringHolidaysProps {
  readonly deskId: string;
  readonly format: 'lines' | 'ics';
  readonly there: readonly Holiday[];
  readonly onTake: (found: Holiday[]) => void;
  readonly onClose: () => void;
}

/** Reads holidays out of pasted lines or a file, and shows what was found before it is taken. */
export function BringHolidays({ deskId, format, there, onTake, onClose }: BringHolidaysProps) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const [isTooLarge, setIsTooLarge] = useState(false);
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: (given: string) => readHolidays(deskId, { format, text: given }),
  });
  const fresh = data ? newHolidays(there, data.holidays) : [];
  const problem = isTooLarge ? t('calendars.holidays.tooLarge') : error ? errorText(error) : null;
  async function take(file: File) {
    reset();
    setIsTooLarge(file.size > maxLength);
    if (file.size <= maxLength) mutate(await file.text());
  }
  return (
    <Dialog
      size="lg"
      onClose={onClose}
      closeOnClickOutside={text === '' && !data}
      title={t(format === 'lines' ? 'calendars.holidays.pasteTitle' : 'calendars.holidays.importTitle')}
    >
      <Stack gap="md">
        {format === 'lines' ? (
          <Textarea
            label={t('calendars.holidays.pasteLabel')}
            description={t('calendars.holidays.pasteHelp')}
            data-autofocus
            autosize
            minRows={5}
            maxRows={12}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              reset();
            }}
          />
        ) : (
          <FileChoice hasFile={data !== undefined} isBusy={isPending} onFile={take} />
        )}
        {problem === null ? null : (
          <Note tone="error" role="alert">
            {problem}
          </Note>
        )}
        {data ? <Found found={data} fresh={fresh} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          {fresh.length > 0 ? (
            <Button
              onClick={() => {
                onTake(fresh);
                onClose();
              }}
            >
              {t('calendars.holidays.take', { count: fresh.length })}
            </Button>
          ) : format === 'lines' ? (
            <Button disabled={text.trim() === ''} loading={isPending} onClick={() => mutate(text)}>
              {t('calendars.holidays.read')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Dialog>
  );
}

function FileChoice(props: { hasFile: boolean; isBusy: boolean; onFile: (file: File) => Promise<void> }) {
  const { hasFile, isBusy, onFile } = props;
  const { t } = useTranslation('admin');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs" id={id}>
        {t('calendars.holidays.importHelp')}
      </Text>
      <input
        ref={input}
        type="file"
        hidden
        accept=".ics,text/calendar"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (!file) return;
          setName(file.name);
          void onFile(file);
        }}
      />
      <Group gap="sm">
        <Button
          variant="default"
          data-autofocus
          aria-describedby={id}
          loading={isBusy}
          leftSection={<IconFile size={16} aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          {t(hasFile ? 'calendars.holidays.chosen' : 'calendars.holidays.choose')}
        </Button>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
      </Group>
    </div>
  );
}

function Found({ found, fresh }: { found: FoundHolidays; fresh: readonly Holiday[] }) {
  const { t, i18n } = useTranslation('admin');
  const known = found.holidays.length - fresh.length;
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        <strong>
          {fresh.length > 0
            ? t('calendars.holidays.found', { count: fresh.length })
            : t('calendars.holidays.foundNone')}
        </strong>
        {known > 0 ? ` · ${t('calendars.holidays.known', { count: known })}` : null}
        {found.skippedCount > 0
          ? ` · ${t('calendars.holidays.skipped', { count: found.skippedCount })}`
          : null}
      </Text>
      {fresh.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <ul className={classes['found']} tabIndex={0}>
          {fresh.slice(0, mostShown).map((holiday) => (
            <li key={holiday.date}>
              <span>{dateInWords(holiday, i18n.language)}</span>
              <span>{holiday.name}</span>
              {holiday.isYearly ? (
                <Text size="sm" c="dimmed" span>
                  {t('calendars.holidays.everyYear')}
                </Text>
              ) : null}
            </li>
          ))}
          {fresh.length > mostShown ? (
            <li>{t('calendars.holidays.andMore', { count: fresh.length - mostShown })}</li>
          ) : null}
        </ul>
      ) : null}
      {found.skipped.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <ul className={classes['found']} tabIndex={0}>
          {found.skipped.map(({ text, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines may be the same
            <li key={index}>
              <span>{text}</span>
              <span>{reason}</span>
            </li>
          ))}
          {found.skippedCount > found.skipped.length ? (
            <li>{t('calendars.holidays.andMore', { count: found.skippedCount - found.skipped.length })}</li>
          ) : null}
        </ul>
      ) : null}
    </Stack>
  );
}
