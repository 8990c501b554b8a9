import { expect, test } from 'vitest';
import { whoItDependsOn } from './who-it-depends-on.ts';

const anna = { id: '7', isAdministrator: false, timeZone: 'UTC', locale: 'en' };

test.each([
  'assignee = currentUser()',
  'assignee = "currentUser"()',
  "assignee = 'currentUser'()",
  'assignee in "membersOf"(staff)',
  'filter = 10001',
  '"filter" = 10001',
  "'filter' in (Mine)",
  '"\\u0066ilter" = Mine',
  '"savedFilter" = Mine',
  '"lastViewed" > -1d',
  'issue in "issueHistory"()',
  'approvals = "myPending"()',
  'status changed by "currentUser"()',
  'not (status = Open or "request" = 10001)',
  'status = "no query',
])('%s is one person’s', (jql) => {
  expect(whoItDependsOn(jql, anna)).toBe('person 7');
});

test.each([
  'status = "currentUser()" order by created',
  'created > startOfDay("-1d") and summary ~ "filter (x)"',
  '"Time to resolution" = breached() or status in (Open, "Done")',
  'order by created',
  '',
])('%s is everybody’s', (jql) => {
  expect(whoItDependsOn(jql, anna)).toBe('zone UTC en');
});
