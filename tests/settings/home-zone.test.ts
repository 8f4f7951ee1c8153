import { expect, test } from 'vitest';
import { homeZoneToKeep, zoneToAsk } from '../../src/settings/home-zone.ts';

const NOW = Date.UTC(2026, 10, 24);
const home = { zone: 'Europe/Berlin', zoneStayed: null };

test('the machine’s zone at the first start becomes home, and only then', () => {
  expect(homeZoneToKeep({ zone: 'auto' }, 'Europe/Berlin')).toBe('Europe/Berlin');
  expect(homeZoneToKeep({ zone: 'auto' }, 'Etc/Unknown')).toBeNull();
  expect(homeZoneToKeep(home, 'America/New_York')).toBeNull();
});

test('a machine elsewhere asks', () => {
  expect(zoneToAsk(home, 'America/New_York', NOW)).toBe('America/New_York');
});

test.each([
  ['at home', home, 'Europe/Berlin'],
  ['where the clocks are the same', home, 'Europe/Paris'],
  ['where the user said to stay with home', { ...home, zoneStayed: 'America/New_York' }, 'America/New_York'],
  ['before a home is kept', { zone: 'auto', zoneStayed: null }, 'America/New_York'],
  ['where the machine cannot tell', home, 'Etc/Unknown'],
] as const)('nothing is asked %s', (_, settings, machine) => {
  expect(zoneToAsk(settings, machine, NOW)).toBeNull();
});

test('zones that differ for half of the year only are elsewhere', () => {
  expect(zoneToAsk({ ...home, zone: 'Africa/Algiers' }, 'Europe/Berlin', NOW)).toBe('Europe/Berlin');
});
