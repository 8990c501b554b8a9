import { expect, test } from 'vitest';
import { matches } from './matches.ts';

test('every word must be found, in any text, order, case and with any accents', () => {
  expect(matches('bill NORTH', 'Northwind Billing', 'Invoices')).toBe(true);
  expect(matches('invoices billing', 'Northwind Billing', 'Invoices')).toBe(true);
  expect(matches('munchen', 'München')).toBe(true);
  expect(matches('billing shoes', 'Northwind Billing', 'Invoices')).toBe(false);
});
