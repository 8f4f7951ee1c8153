import { expect, test } from 'vitest';
import { zoneOf } from '../../src/settings/load-settings.ts';

test.each([
  ['the zone that the user chose', 'Asia/Tokyo', 'Europe/Berlin', 'Asia/Tokyo'],
  ['the machine’s where the user leaves it to it', 'auto', 'Europe/Berlin', 'Europe/Berlin'],
  [
    'the machine’s where the chosen one is not known any more',
    'Mars/Olympus',
    'Europe/Berlin',
    'Europe/Berlin',
  ],
  ['UTC where the machine names none, as Chromium does by Etc/Unknown', 'auto', 'Etc/Unknown', 'UTC'],
])('counts in %s', (_what, zone, machine, counted) => {
  expect(zoneOf({ zone }, machine)).toBe(counted);
});
