import { expect, test } from 'vitest';
import { placeAt } from './cursor-place.ts';
import type { JqlCatalogue, JqlFieldName } from './jql-help.ts';
import { offersAt, valueOffers } from './offers.ts';

function field(value: string, types: string[], rest: Partial<JqlFieldName> = {}): JqlFieldName {
  return {
    value,
    displayName: value,
    orderable: true,
    searchable: true,
    hasSuggestions: true,
    cfid: undefined,
    operators: ['=', '!=', 'in', 'not in', 'is', 'is not'],
    types,
    ...rest,
  };
}

const person = 'com.atlassian.jira.user.ApplicationUser';
const date = 'java.util.Date';
const catalogue: JqlCatalogue = {
  fields: [
    field('assignee', [person]),
    field('created', [date], { operators: ['=', '>', '<'] }),
    field('status', ['com.atlassian.jira.issue.status.Status'], { operators: ['=', 'was', 'changed'] }),
    field('"Cost Centre"', ['java.lang.String'], {
      displayName: 'Cost Centre - Cost Centre[Short text]',
      cfid: 'cf[10007]',
      orderable: false,
    }),
  ],
  functions: [
    { value: 'currentUser()', displayName: 'currentUser()', isList: false, types: [person] },
    { value: 'membersOf("")', displayName: 'membersOf("group")', isList: true, types: [person] },
    { value: 'now()', displayName: 'now()', isList: false, types: [date] },
  ],
};

function offered(jql: string): string[] {
  return offersAt(placeAt(jql, jql.length), catalogue).map(({ text }) => text);
}

test.each([
  ['', ['assignee', 'created', 'status', '"Cost Centre"', 'NOT']],
  ['cen', ['"Cost Centre"']],
  ['status ', ['=', 'WAS', 'CHANGED']],
  ['cf[10007] i', ['IN', 'IS', 'IS NOT', 'NOT IN']],
  ['assignee = ', ['currentUser()', 'EMPTY']],
  ['assignee in ', ['()', 'membersOf()']],
  ['assignee in (c', ['currentUser()']],
  ['created > ', ['now()', 'EMPTY']],
  ['assignee is ', ['EMPTY', 'NOT', 'NULL']],
  ['assignee is not ', ['EMPTY', 'NULL']],
  ['status = x a', ['AND']],
  ['status changed b', ['BY', 'BEFORE', 'ORDER BY']],
  ['status changed by ', ['currentUser()', 'membersOf()']],
  ['status changed after ', ['now()']],
  ['status = x order by ', ['assignee', 'created', 'status']],
  ['order by created d', ['DESC']],
])('after “%s” what fits is offered', (jql, texts) => {
  expect(offered(jql)).toEqual(texts);
});

test('a value is written in quotes where it needs them, and once', () => {
  const values = ['Open', 'In Progress', '"In Progress"', 'order'].map((value) => ({
    value,
    displayName: value,
  }));
  expect(valueOffers(values).map(({ text }) => text)).toEqual([
    'Open',
    '"In Progress"',
    '"In Progress"',
    '"order"',
  ]);
});
