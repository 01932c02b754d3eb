// The names of time zones to choose from: those in use today.

/** What Intl lists, and what the zone is called now (IANA, 2025b). Both name the same clock, and either is understood. */
const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
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

/** The name that this zone has today; any other name comes back as it is. */
export function currentTimeZone(name: string): string {
  return RENAMED[name] ?? name;
}

/** The time zones that a form offers, by their names of today, in the order of the alphabet. */
export function timeZoneNames(): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(currentTimeZone)])].sort();
}

/** The same as options. A zone that was stored is among them under the name it was stored by, so that saving it again changes nothing. */
export function timeZoneOptions(stored = 'UTC'): { value: string; label: string }[] {
  const labels = new Set([currentTimeZone(stored), ...timeZoneNames()]);
  return [...labels].sort().map((label) => ({ value: label === currentTimeZone(stored) ? stored : label, label }));
}
