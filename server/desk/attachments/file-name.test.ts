import { expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\scan.png', 'scan.png'],
  ['a\u0000b\r\n.txt', 'ab.txt'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['.htaccess', 'htaccess'],
  ['...', 'attachment'],
  ['folder/', 'attachment'],
  ['', 'attachment'],
  [undefined, 'attachment'],
  ['Ängström 測試.txt', 'Ängström 測試.txt'],
  ['half \uD83D.txt', 'half \uFFFD.txt'],
])('%j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
});

test('a name that is too long keeps its ending', () => {
  const name = cleanFileName(`${'😀'.repeat(200)}.docx`);
  expect(name.length).toBeLessThanOrEqual(255);
  expect(name).toMatch(/^(😀)+\.docx$/u);
});
