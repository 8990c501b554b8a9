import { expect, test } from 'vitest';
import { auditParameters, changeSearch, exportAddress, readAuditSearch } from './audit-search.ts';

const now = new Date('2026-07-15T10:00:00Z');

test('what an address cannot mean is left out', () => {
  expect(
    readAuditSearch({ person: 7, as: 'both', period: 'ever', from: 'soon', query: '', address: '192.0.2.7' }),
  ).toEqual({ person: '7', address: '192.0.2.7' });
});

test('periods end now; moments are asked as they stand', () => {
  expect(auditParameters({ period: '24h' }, now, 'Europe/Berlin')).toEqual({
    from: '2026-07-14T10:00:00.000Z',
  });
  expect(auditParameters({ period: 'today' }, now, 'Europe/Berlin')).toEqual({
    from: '2026-07-14T22:00:00.000Z',
  });
  const moments = { from: '2026-07-01T00:00:00.000Z', until: '2026-07-02T00:00:00.000Z' };
  expect(auditParameters(moments, now, undefined)).toEqual(moments);
});

test('a kind stands for all of its acts', () => {
  const { action } = auditParameters({ action: 'kind:mail,mail-message.read,site.set-up' }, now, undefined);
  expect(action).toContain('mail-settings.changed');
  expect(action).toContain('site.set-up');
  expect(action?.filter((one) => one === 'mail-message.read')).toHaveLength(1);
});

test('a file is asked for with the same filters', () => {
  const search = { object: 'identity-provider:3,portal-sign-in:1', query: 'ada & co' };
  expect(exportAddress('csv', search, now, undefined)).toBe(
    '/rest/portico/1/audit/export?format=csv&object=identity-provider%3A3&object=portal-sign-in%3A1&query=ada+%26+co',
  );
});

test('one part is changed or taken away, and the others stay', () => {
  const search = { person: 'a', as: 'actor', query: 'x' } as const;
  expect(changeSearch(search, { person: null, as: null })).toEqual({ query: 'x' });
  expect(changeSearch(search, { query: '' })).toEqual({ person: 'a', as: 'actor' });
});
