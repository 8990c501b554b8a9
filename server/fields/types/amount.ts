import { type RawBuilder, sql } from 'kysely';
import type { JsonValue } from '../../platform/database/schema.ts';
import { customSchema, type FieldType, isEmpty } from '../field.ts';
import { readNumber } from './number.ts';
import { nothingStored } from './stored.ts';

/**
 * An amount of money, stored as {"amount": 12.5, "currency": "EUR"}. Where the field has one currency, a number will do. To
 * Jira's clients it is the number, with its currency beside it in `_portico` members of what shows it in words.
 */
export const amountField: FieldType = {
  settings: ['min', 'max', 'currencies'],
  read(input, { settings }) {
    if (isEmpty(input)) return { value: null };
    const currencies = settings.currencies ?? [];
    const sent =
      typeof input === 'object' && !Array.isArray(input)
        ? (input as { amount?: unknown; currency?: unknown })
        : { amount: input };
    if (isEmpty(sent.amount)) return { value: null };
    const currency = isEmpty(sent.currency) && currencies.length === 1 ? currencies[0] : sent.currency;
    if (typeof currency !== 'string' || !currencies.includes(currency)) {
      return { problem: `Say in which currency: ${currencies.join(', ')}.` };
    }
    const amount = readNumber(sent.amount, { ...settings, decimals: decimalsOf(currency) });
    if ('problem' in amount || amount.value === null) return amount;
    return { value: { amount: amount.value, currency } };
  },
  jiraSchema: (field) => ({ type: 'number', ...customSchema(field, 'float') }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => partsOf(stored)?.amount ?? null,
  display: (stored, _field, { locale }) => {
    const parts = partsOf(stored);
    if (!parts) return '';
    const { amount, currency } = parts;
    return new Intl.NumberFormat(locale ?? 'en', { style: 'currency', currency }).format(amount);
  },
  query: (stored) => {
    const amount: RawBuilder<unknown> = sql`(${stored} ->> 'amount')::numeric`;
    return {
      kind: 'number',
      operators: ['=', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'],
      column: amount,
      sortBy: [amount],
      isEmpty: nothingStored(stored),
    };
  },
};

/** How many digits amounts of a currency (ISO 4217) have after the point: 2 of EUR, none of JPY. */
function decimalsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

function partsOf(stored: JsonValue): { amount: number; currency: string } | null {
  if (stored === null || typeof stored !== 'object' || Array.isArray(stored)) return null;
  const { amount, currency } = stored;
  return typeof amount === 'number' && typeof currency === 'string' ? { amount, currency } : null;
}
