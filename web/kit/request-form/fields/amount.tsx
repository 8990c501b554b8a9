import { useTranslation } from '../../i18n/use-translation.ts';
import { classNames } from '../../plain/class-names.ts';
import kit from '../../plain/field.module.css';
import { Field } from '../../plain/field.tsx';
import { around, type ControlProps, type FieldModule, type FormField } from './field-module.ts';
import classes from './fields.module.css';
import { defaultJson, readJson } from './line.ts';
import { numberProblem, readNumber } from './number.tsx';

/** An amount of money: what was typed and the currency are kept. */
export const amountField: FieldModule = {
  initial(field) {
    const { amount, currency } = (defaultJson(field) ?? {}) as { amount?: unknown; currency?: unknown };
    return typeof amount === 'number' ? stateOf(String(amount), String(currency)) : '';
  },
  isEmpty: (state) => partsIn(state).amount.trim() === '',
  problem(state, field) {
    const { amount } = partsIn(state);
    const decimals = decimalsOf(currencyIn(state, field));
    return numberProblem(amount, { ...field._portico.settings, decimals });
  },
  sent: (state, field) => ({
    amount: Number(readNumber(partsIn(state).amount)),
    currency: currencyIn(state, field),
  }),
  terms(state) {
    const number = readNumber(partsIn(state).amount);
    return number === null ? [] : [String(Number(number))];
  },
  Control,
};

function Control({ field, state, error, onChange }: ControlProps) {
  const { t, language } = useTranslation('fields');
  const { amount } = partsIn(state);
  const currency = currencyIn(state, field);
  const currencies = field._portico.settings.currencies ?? [];
  const names = new Intl.DisplayNames([language, 'en'], { type: 'currency' });
  return (
    <Field {...around({ field, error })}>
      {({ className, ...described }) => (
        <div className={classes['amount']}>
          <input
            {...described}
            className={className}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={amount}
            onChange={(event) => onChange(stateOf(event.currentTarget.value, currency))}
          />
          {currencies.length > 1 ? (
            <select
              className={classNames(className, kit['select'])}
              aria-label={t('currencyOf', { field: field.name })}
              value={currency}
              onChange={(event) => onChange(stateOf(amount, event.currentTarget.value))}
            >
              {currencies.map((code) => (
                <option key={code} value={code} title={names.of(code)}>
                  {code}
                </option>
              ))}
            </select>
          ) : (
            <abbr title={names.of(currency)}>{currency}</abbr>
          )}
        </div>
      )}
    </Field>
  );
}

function partsIn(state: string): { amount: string; currency: string | null } {
  const { amount, currency } = (readJson(state) ?? {}) as { amount?: unknown; currency?: unknown };
  return {
    amount: typeof amount === 'string' ? amount : '',
    currency: typeof currency === 'string' ? currency : null,
  };
}

/** The currency that was chosen, or the first that is offered. */
function currencyIn(state: string, field: FormField): string {
  const offered = field._portico.settings.currencies ?? [];
  const { currency } = partsIn(state);
  return currency !== null && offered.includes(currency) ? currency : (offered[0] ?? 'EUR');
}

function stateOf(amount: string, currency: string): string {
  return JSON.stringify({ amount, currency });
}

/** How many digits amounts of a currency have after the point: 2 of EUR, none of JPY. */
function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
