import { Input, Text, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JqlEditorProps } from './editor-props.ts';
import classes from './jql-editor.module.css';
import { corrected, type JqlProblem, problemsQuery } from './problems.ts';
import { useEditor } from './use-editor.ts';

/** How long typing must pause before the query is checked, in milliseconds. */
const checkPauseMs = 450;
const none: readonly JqlProblem[] = [];

/** The editor itself; use JqlEditor, which loads it. */
export function JqlField(props: JqlEditorProps) {
  const { id, label, description, value, onChange, onSubmit, error } = props;
  const { t } = useTranslation('jql');
  const own = useId();
  const host = useRef<HTMLDivElement>(null);
  const [checked] = useDebouncedValue(value, checkPauseMs);
  const isChecked = checked.trim() !== '';
  const check = useQuery({
    ...problemsQuery(checked),
    enabled: isChecked,
    placeholderData: keepPreviousData,
  });
  const found = (isChecked && check.data) || none;
  // while one types on, what stands elsewhere is no problem of what is there now
  const isCurrent = checked === value && !check.isPlaceholderData;
  const isError = Boolean(error) || found.some(({ isWarning }) => !isWarning);

  const { view, writingAt } = useEditor(host, {
    value,
    onChange,
    onSubmit,
    placeholder: props.placeholder ?? t('placeholder'),
    autoFocus: props.autoFocus ?? false,
    problems: isCurrent ? found : none,
    attributes: {
      id,
      'aria-labelledby': `${own}-label`,
      'aria-describedby': [`${own}-help`, description && `${own}-description`, `${own}-problems`]
        .filter(Boolean)
        .join(' '),
      ...(isError && { 'aria-invalid': 'true' }),
      ...(props.isRequired && { 'aria-required': 'true' }),
      spellcheck: 'false',
      autocapitalize: 'off',
      autocorrect: 'off',
      // a dialog around it must not close by the Escape that closes a list of suggestions
      'data-mantine-stop-propagation': 'true',
    },
  });

  // nobody is told of what they are about to write
  const problems = found.filter(
    ({ start, end }) => writingAt === null || writingAt < start || writingAt > end,
  );
  const isShownWrong = Boolean(error) || problems.some(({ isWarning }) => !isWarning);
  const shownError = error && !problems.some(({ message }) => error.includes(message)) ? error : null;

  function use(problem: JqlProblem) {
    onChange(corrected(value, problem));
    view?.focus();
  }

  return (
    <div className={classes['editor']}>
      {props.isLabelHidden ? (
        <VisuallyHidden id={`${own}-label`}>{label}</VisuallyHidden>
      ) : (
        <Input.Label
          labelElement="div"
          size="md"
          id={`${own}-label`}
          required={props.isRequired ?? false}
          onClick={() => view?.focus()}
        >
          {label}
        </Input.Label>
      )}
      {description ? (
        <Input.Description id={`${own}-description`} size="md" mb={4}>
          {description}
        </Input.Description>
      ) : null}
      <div ref={host} className={classes['field']} data-invalid={isShownWrong || undefined} />
      <span id={`${own}-help`} hidden>
        {t('help')} {onSubmit ? t('helpSubmit') : ''}
      </span>
      <div id={`${own}-problems`} role="status" className={classes['problems']}>
        {shownError ? (
          <Text size="sm" c="red" className={classes['problem'] ?? ''}>
            {shownError}
          </Text>
        ) : null}
        {problems.slice(0, 5).map((problem) => (
          <div key={`${problem.start} ${problem.message}`} className={classes['problem']}>
            <Text
              component="span"
              size="sm"
              className={classes[problem.isWarning ? 'warning' : 'error'] ?? ''}
            >
              {problem.message}
            </Text>
            {problem.suggestion !== null && isCurrent ? (
              <button type="button" className={classes['fix']} onClick={() => use(problem)}>
                {t('useSuggestion', { text: problem.suggestion })}
              </button>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}
