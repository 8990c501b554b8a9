import { describe, expect, test } from 'vitest';
import { readHolidayLines } from './holiday-lines.ts';
import { readHours, writeHours } from './hours.ts';
import { importIcs } from './import-ics.ts';
import { readIcs } from './read-ics.ts';

describe('working hours as they are written', () => {
  const monday = (...spans: [string, string][]) =>
    readHours({ monday: spans.map(([start, end]) => ({ start, end })) });

  test('are put in order, and what touches becomes one', () => {
    const read = monday(['13:00', '17:30'], ['8:00', '12:00'], ['17:30', '24:00']);
    expect('hours' in read && writeHours(read.hours)['monday']).toEqual([
      { start: '08:00', end: '12:00' },
      { start: '13:00', end: '24:00' },
    ]);
  });

  test.each<[[string, string][], string]>([
    [[['9', '17:00']], 'Write times like 09:00'],
    [[['9:00', '24:01']], 'Write times like 09:00'],
    [[['9:60', '10:00']], 'Write times like 09:00'],
    [[['17:00', '9:00']], 'Hours past midnight belong to the next day'],
    [[['9:00', '9:00']], 'the end must be later'],
    [
      [
        ['9:00', '12:00'],
        ['11:00', '13:00'],
      ],
      '09:00–12:00 and 11:00–13:00 overlap.',
    ],
    [Array.from({ length: 11 }, (_, i): [string, string] => [`${i}:00`, `${i}:30`]), 'at most 10 spans'],
  ])('%j is refused by its day', (spans, problem) => {
    expect(monday(...spans)).toEqual({ errors: { 'hours.monday': expect.stringContaining(problem) } });
  });

  test('a week without any is refused', () => {
    expect(readHours({})).toEqual({ errors: { hours: expect.stringContaining('at least one day') } });
  });
});

describe('pasted lines', () => {
  const one = (line: string) => readHolidayLines(line, 2026).holidays[0];

  test.each<[string, string, string, boolean]>([
    ['2026-12-25 Christmas Day', '2026-12-25', 'Christmas Day', false],
    ['"2026-12-25","Christmas Day"', '2026-12-25', 'Christmas Day', false],
    ['2026-5-1\tLabour  Day', '2026-05-01', 'Labour Day', false],
    ['25.12.2026; 1. Weihnachtstag', '2026-12-25', '1. Weihnachtstag', false],
    ['2026-12-25 – Noël', '2026-12-25', 'Noël', false],
    ['12-25 Christmas Day', '2026-12-25', 'Christmas Day', true],
    ['--12-25 Christmas Day', '2026-12-25', 'Christmas Day', true],
    ['3.10. Tag der Deutschen Einheit', '2026-10-03', 'Tag der Deutschen Einheit', true],
    ['02-29 Leap day', '2024-02-29', 'Leap day', true],
    ['2026-12-25', '2026-12-25', 'Holiday', false],
  ])('%s', (line, date, name, isYearly) => {
    expect(one(line)).toEqual({ date, name, isYearly });
  });

  test('lines that are no holidays are named with the reason, and empty ones passed over', () => {
    const read = readHolidayLines(
      '# Germany\n\nChristmas\r\n2026-02-30 No day\n12/25/2026 Slashes\n25.12.26 Short\n',
      2026,
    );
    expect(read.holidays).toEqual([]);
    expect(read.skipped).toEqual([
      { text: 'Christmas', reason: expect.stringContaining('Begin the line with a date') },
      { text: '2026-02-30 No day', reason: expect.stringContaining('no such day') },
      { text: '12/25/2026 Slashes', reason: expect.stringContaining('Begin the line') },
      { text: '25.12.26 Short', reason: expect.stringContaining('Begin the line') },
    ]);
  });

  test('a day that comes twice has both names', () => {
    const read = readHolidayLines('2026-10-03 Unity Day\n2026-10-03 Mosques Day\n2026-10-03 Unity Day', 2026);
    expect(read.holidays).toEqual([{ date: '2026-10-03', name: 'Unity Day, Mosques Day', isYearly: false }]);
  });
});

function ics(...events: string[]): string {
  const written = events.map((event, i) => `BEGIN:VEVENT\nUID:${i}\n${event}\nEND:VEVENT`);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...written, 'END:VCALENDAR'].join('\n').replaceAll('\n', '\r\n');
}
const years = { first: 2026, last: 2029 };

describe('a calendar file', () => {
  test.each<[string, string, string[]]>([
    ['a day', 'DTSTART;VALUE=DATE:20261225\nSUMMARY;LANGUAGE=en:Christmas', ['2026-12-25 Christmas']],
    [
      'a day with its end',
      'DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226\nSUMMARY:Christmas',
      ['2026-12-25 Christmas'],
    ],
    [
      'several days',
      'DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270102\nSUMMARY:Closed',
      ['2026-12-30 Closed', '2026-12-31 Closed', '2027-01-01 Closed'],
    ],
    [
      'every year',
      'DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY\nSUMMARY:New Year',
      ['2020-01-01 New Year yearly'],
    ],
    [
      'every year, said in full',
      'DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=1;BYMONTHDAY=1\nSUMMARY:New Year',
      ['2020-01-01 New Year yearly'],
    ],
    [
      'two days of every year',
      'DTSTART;VALUE=DATE:20201225\nDTEND;VALUE=DATE:20201227\nRRULE:FREQ=YEARLY\nSUMMARY:Xmas',
      ['2020-12-25 Xmas yearly', '2020-12-26 Xmas yearly'],
    ],
    [
      'every second year',
      'DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY;INTERVAL=2\nSUMMARY:Even',
      ['2026-01-01 Even', '2028-01-01 Even'],
    ],
    [
      'until a year',
      'DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY;UNTIL=20270101\nSUMMARY:Past',
      ['2026-01-01 Past', '2027-01-01 Past'],
    ],
    [
      'a weekday of a month, with an exception',
      'DTSTART;VALUE=DATE:20251127\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\nEXDATE;VALUE=DATE:20271125\nSUMMARY:Thanks',
      ['2026-11-26 Thanks', '2028-11-23 Thanks', '2029-11-22 Thanks'],
    ],
    [
      'from midnight to midnight somewhere, as Outlook writes it',
      'DTSTART;TZID=Europe/Berlin:20261224T000000\nDTEND;TZID=Europe/Berlin:20261226T000000\nSUMMARY:Closed',
      ['2026-12-24 Closed', '2026-12-25 Closed'],
    ],
    ['no name', 'DTSTART;VALUE=DATE:20261225', ['2026-12-25 Holiday']],
    [
      'folded lines and escapes',
      'DTSTART;VALUE=DATE:20261225\nSUMMARY:Christmas\\, the fir\n st day',
      ['2026-12-25 Christmas, the first day'],
    ],
  ])('%s', (_, event, holidays) => {
    const read = readIcs(ics(event), years);
    expect(
      read.holidays.map(({ date, name, isYearly }) => `${date} ${name}${isYearly ? ' yearly' : ''}`),
    ).toEqual(holidays);
    expect(read.skippedCount).toBe(0);
  });

  test('what is no day off is named', () => {
    const read = readIcs(
      ics(
        'DTSTART:20261225T090000Z\nSUMMARY:Meeting',
        'DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=SECONDLY\nSUMMARY:Seconds',
        'DTSTART;VALUE=DATE:20261225\nSTATUS:CANCELLED\nSUMMARY:Off',
        'DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20270101\nSUMMARY:The year',
      ),
      years,
    );
    expect(read.holidays).toEqual([]);
    expect(read.skipped.map(({ text, reason }) => `${text}: ${reason}`)).toEqual([
      'Meeting: It is not a whole day.',
      'Seconds: How it comes back cannot be followed.',
      'Off: It is cancelled.',
      'The year: It is longer than 60 days.',
    ]);
  });

  test('is read in a thread of its own, and said what is wrong with it', async () => {
    const event = 'DTSTART;VALUE=DATE:20261225\nSUMMARY:Christmas';
    const { holidays } = await importIcs(ics(event));
    expect(holidays).toEqual([{ date: '2026-12-25', name: 'Christmas', isYearly: false }]);
    await expect(importIcs('<html>')).rejects.toMatchObject({
      statusCode: 400,
      errors: { text: expect.stringContaining('BEGIN:VCALENDAR') },
    });
    const endless = 'DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=NOPE\nSUMMARY:x';
    await expect(importIcs(ics(endless))).rejects.toMatchObject({ statusCode: 400 });
  });
});
