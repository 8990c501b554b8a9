import { expect, test } from 'vitest';
import { zonesByRegion } from './zones.ts';

test('zones stand by their region, with the one that was chosen even if this browser writes it otherwise', () => {
  const regions = zonesByRegion(['America/New_York', 'Europe/Berlin', 'UTC'], 'Asia/Calcutta');
  expect([...regions]).toEqual([
    ['America', [{ zone: 'America/New_York', label: 'New York' }]],
    ['Asia', [{ zone: 'Asia/Calcutta', label: 'Calcutta' }]],
    ['Europe', [{ zone: 'Europe/Berlin', label: 'Berlin' }]],
    ['', [{ zone: 'UTC', label: 'UTC' }]],
  ]);
});
