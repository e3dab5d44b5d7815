import { expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { deviceOf, deviceSaid, deviceTold, deviceToTell } from '#people/devices/device.ts';

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari on an iPhone',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/137.0 Mobile/15E148 Safari/604.1',
    'Chrome on an iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36',
    'Chrome on an Android phone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36',
    'Chrome on an Android tablet',
  ],
  ['Mozilla/5.0 (Android 14; Mobile; rv:139.0) Gecko/139.0 Firefox/139.0', 'Firefox on an Android phone'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36 Edg/137.0.0.0',
    'Edge on a Windows computer',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'Safari on a Mac',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0', 'Firefox on a Linux computer'],
  ['curl/8.14.1', 'a browser'],
  ['<script>alert(1)</script>', 'a browser'],
  [undefined, 'a browser'],
])('%s is %s', (userAgent, said) => {
  expect(deviceSaid(sayIn('en'), deviceOf(userAgent))).toBe(said);
});

test('it is told in the language of whoever reads of it', () => {
  expect(deviceSaid(sayIn('fr'), { browser: 'Safari', machine: 'iphone' })).toBe('Safari sur un iPhone');
  expect(deviceSaid(sayIn('de'), { browser: '', machine: 'windows' })).toBe(
    'ein Browser auf einem Windows-Computer',
  );
  expect(deviceSaid(sayIn('ar'), { browser: '', machine: '' })).toBe('متصفّح');
  expect(deviceSaid(sayIn('en'), { browser: 'Firefox', machine: '' })).toBe('Firefox');
  expect(deviceSaid(sayIn('en'), { browser: 'Firefox', machine: 'of a later version' })).toBe('Firefox');
});

test.each([
  { browser: 'Samsung Internet', machine: 'android-phone' },
  { browser: '', machine: 'mac' },
  { browser: 'Firefox', machine: '' },
  { browser: '', machine: '' },
])('%j is read again as it was told', (device) => {
  expect(deviceTold(deviceToTell(device))).toEqual(device);
});
