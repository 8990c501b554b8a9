import { type ComponentProps, type ReactNode, useId } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { classNames } from './class-names.ts';
import classes from './field.module.css';

/** What stands around every input. */
interface FieldProps {
  readonly label: string;
  readonly description?: ReactNode;
  /** what is wrong with the answer, in words */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
}

interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  /** told to screen readers; the browser's own bubbles are not used */
  readonly 'aria-required': true | undefined;
  readonly className: string | undefined;
}

/** Label, explanation and error around an input, tied to it for those who do not see them. */
export function Field({
  label,
  description,
  error,
  isRequired = false,
  children,
}: FieldProps & { children: (input: Described) => ReactNode }) {
  const id = useId();
  const describedBy = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={classes['field']}>
      <FieldLabel htmlFor={id} label={label} isRequired={isRequired} />
      {description && (
        <div id={`${id}-description`} className={classes['description']}>
          {description}
        </div>
      )}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': isRequired || undefined,
        className: classes['input'],
      })}
      {error && (
        <div id={`${id}-error`} className={classes['error']}>
          {error}
        </div>
      )}
    </div>
  );
}

function FieldLabel({ htmlFor, label, isRequired }: { htmlFor: string; label: string; isRequired: boolean }) {
  return (
    <label htmlFor={htmlFor} className={classes['label']}>
      {label}
      {isRequired && (
        <span className={classes['star']} aria-hidden="true">
          {' '}
          *
        </span>
      )}
    </label>
  );
}

type Input = Omit<ComponentProps<'input'>, 'id' | 'className'> & FieldProps;

/** One line of text, a number or a date, by `type` and `inputMode`. */
export function TextInput({ label, description, error, isRequired, ...props }: Input) {
  return (
    <Field label={label} description={description} error={error} isRequired={isRequired ?? false}>
      {(described) => <input type="text" {...props} {...described} />}
    </Field>
  );
}

/** Several lines; grows with what is typed. */
export function TextArea({
  label,
  description,
  error,
  isRequired,
  ...props
}: Omit<ComponentProps<'textarea'>, 'id' | 'className'> & FieldProps) {
  return (
    <Field label={label} description={description} error={error} isRequired={isRequired ?? false}>
      {({ className, ...described }) => (
        <textarea {...props} {...described} className={classNames(className, classes['area'])} />
      )}
    </Field>
  );
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'id' | 'className' | 'children'>, FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** the words of "nothing chosen yet" */
  readonly placeholder?: string;
}

/** The browser's own select: it works on every phone and with every screen reader. */
export function Select({
  label,
  description,
  error,
  isRequired,
  options,
  placeholder,
  ...props
}: SelectProps) {
  return (
    <Field label={label} description={description} error={error} isRequired={isRequired ?? false}>
      {({ className, ...described }) => (
        <select {...props} {...described} className={classNames(className, classes['select'])}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Says once per form what the star means. */
export function RequiredHint() {
  const { t } = useTranslation('kit');
  return (
    <p className={classes['hint']}>
      <span className={classes['star']}>*</span> {t('form.required')}
    </p>
  );
}
