import { describe, expect, it } from 'vitest';
import { accountFilter, readPeopleSearch } from './people-search.ts';

describe('the address of the table of people', () => {
  it('is read as far as it is understood', () => {
    expect(
      readPeopleSearch({ query: 'ada', role: 'king', state: 'locked', desk: 3, seen: -30, group: '' }),
    ).toEqual({ query: 'ada', state: 'locked', desk: '3', seen: '-30' });
  });

  it('asks for people alone, and for moments on whole days', () => {
    const now = new Date('2026-03-10T15:00:00Z');
    expect(accountFilter({}, now)).toEqual({ kind: 'person' });
    expect(accountFilter({ seen: '1', signIn: '7' }, now)).toEqual({
      kind: 'person',
      providerId: '7',
      seenAfter: '2026-03-10T00:00:00.000Z',
    });
    expect(accountFilter({ seen: '-30', signIn: 'none' }, now)).toEqual({
      kind: 'person',
      signIn: 'none',
      seenBefore: '2026-02-09T00:00:00.000Z',
    });
  });
});
