import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { ApiError } from '../../kit/api/api-error.ts';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { useTimeZone } from '../../kit/components/time.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { RequiredHint, Select, TextInput } from '../../kit/plain/field.tsx';
import { shortDate } from '../../kit/time.ts';
import classes from './tokens-page.module.css';
import { type MadeToken, type MyTokens, makeToken } from './tokens-queries.ts';
import { useScopeWords } from './tokens-strings.ts';

const usualDays = [7, 30, 90, 180, 365] as const;
const dayMs = 86_400_000;

interface TokenFormProps {
  readonly choices: MyTokens;
  readonly onMade: (made: MadeToken) => void;
  readonly onCancel: () => void;
}

/** What a new token is for, how long it works and what it may do. */
export function TokenForm({ choices, onMade, onCancel }: TokenFormProps) {
  const { t, language } = useTranslation('tokens');
  const timeZone = useTimeZone();
  const form = useRef<HTMLFormElement>(null);
  const { scopes, longestDays } = choices;
  const days = [...usualDays.filter((count) => count < longestDays), longestDays];
  const [name, setName] = useState('');
  const [lasts, setLasts] = useState(days.findLast((count) => count <= 90) ?? longestDays);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(['read:servicedesk-request', 'read:jira-user']),
  );
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const showFirstError = () =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  const making = useMutation({ mutationFn: makeToken, onSuccess: onMade, onError: showFirstError });
  const errors = { ...(making.error instanceof ApiError ? making.error.errors : {}), ...missing };
  const isOfFields = Object.keys(errors).some((field) => ['name', 'days', 'scopes'].includes(field));
  const toggle = (scope: string) => {
    const next = new Set(chosen);
    if (!next.delete(scope)) next.add(scope);
    setChosen(next);
    setMissing(({ scopes: _, ...others }) => others);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (making.isPending) return;
    const found = {
      ...(name.trim() === '' && { name: t('form.nameMissing') }),
      ...(chosen.size === 0 && { scopes: t('form.scopesMissing') }),
    };
    setMissing(found);
    if (Object.keys(found).length === 0) making.mutate({ name, days: lasts, scopes: [...chosen] });
    else {
      making.reset();
      showFirstError();
    }
  };
  const everyday = scopes.filter(({ isAdministratorScope }) => !isAdministratorScope);
  const administration = scopes.filter(({ isAdministratorScope }) => isAdministratorScope);
  const names = (list: MyTokens['scopes']) => list.map(({ scope }) => scope);
  return (
    <form ref={form} className={classes['form']} onSubmit={submit} noValidate aria-label={t('form.title')}>
      <h2>{t('form.title')}</h2>
      <RequiredHint />
      {making.error && !isOfFields && <ErrorAlert error={making.error} />}
      <TextInput
        label={t('form.name')}
        description={t('form.nameHelp')}
        isRequired
        autoFocus
        autoComplete="off"
        maxLength={100}
        value={name}
        error={errors['name']}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setMissing(({ name: _, ...others }) => others);
        }}
      />
      <Select
        label={t('form.days')}
        description={t('form.until', {
          day: shortDate(new Date(Date.now() + lasts * dayMs), language, timeZone),
        })}
        options={days.map((count) => ({
          value: String(count),
          label: count === 1 ? t('form.day') : t('form.daysOf', { count }),
        }))}
        value={String(lasts)}
        error={errors['days']}
        onChange={(event) => setLasts(Number(event.currentTarget.value))}
      />
      <ScopeChoice
        legend={t('form.scopes')}
        scopes={names(everyday)}
        chosen={chosen}
        onToggle={toggle}
        error={errors['scopes']}
      />
      {administration.length > 0 && (
        <ScopeChoice
          legend={t('form.administration')}
          help={t('form.administrationHelp')}
          scopes={names(administration)}
          chosen={chosen}
          onToggle={toggle}
        />
      )}
      <div className={classes['actions']}>
        <Button type="submit" variant="filled" isBusy={making.isPending}>
          {t('form.submit')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}

interface ScopeChoiceProps {
  readonly legend: string;
  readonly help?: string;
  readonly scopes: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly error?: string | undefined;
  readonly onToggle: (scope: string) => void;
}

function ScopeChoice({ legend, help, scopes, chosen, error, onToggle }: ScopeChoiceProps) {
  const wordsOf = useScopeWords();
  const id = useId();
  return (
    <fieldset className={classes['scopes']}>
      <legend>{legend}</legend>
      {help && <p>{help}</p>}
      {scopes.map((scope, index) => (
        <label key={scope}>
          <input
            type="checkbox"
            checked={chosen.has(scope)}
            aria-invalid={(error && index === 0) || undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            onChange={() => onToggle(scope)}
          />
          <span>
            {wordsOf(scope)}
            <code>{scope}</code>
          </span>
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} className={classes['error']}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
