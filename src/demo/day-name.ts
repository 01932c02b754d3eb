// The name of a day, for the demo's texts. Pure.

/** "Saturday" of 2026-11-21. */
export function nameOfDay(date: string): string {
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00Z`));
}
