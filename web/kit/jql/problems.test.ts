import { expect, test } from 'vitest';
import { corrected } from './problems.ts';

test('what was meant takes the place of what is wrong', () => {
  const problem = { message: '', isWarning: false, start: 9, end: 14, suggestion: 'status' };
  expect(corrected('a = b && staus = Open', problem)).toBe('a = b && status = Open');
  expect(corrected('staus = Open', { ...problem, suggestion: null })).toBe('staus = Open');
});
