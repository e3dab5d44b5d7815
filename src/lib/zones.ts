/** Names that the list of the ICU still has, and what their places are called today (IANA `backward`). */
const renamed: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Every zone that can be chosen, by its part of the world: `Europe` → `Europe/Berlin`, …, in order. */
export function zonesByRegion(): Map<string, string[]> {
  const names = [...Intl.supportedValuesOf('timeZone').map((name) => renamed[name] ?? name), 'UTC'];
  return Map.groupBy(
    names.toSorted((a, b) => (a < b ? -1 : 1)),
    (name) => (name.includes('/') ? name.slice(0, name.indexOf('/')) : ''),
  );
}

/** The IANA name of a zone as it was typed or told by a browser, older names included; no bare offsets. */
export function zoneNamed(typed: string): string | undefined {
  if (!/^[a-z][a-z0-9_+/-]{1,60}$/i.test(typed)) return undefined;
  try {
    return new Temporal.ZonedDateTime(0n, typed).timeZoneId;
  } catch {
    return undefined;
  }
}

/** The place of a zone, to be read: “Berlin”, “Argentina, Buenos Aires”. */
export function placeOf(zone: string): string {
  return zone
    .slice(zone.indexOf('/') + 1)
    .replaceAll('/', ', ')
    .replaceAll('_', ' ');
}
