// A number with its noun, or with its unit, as every page says it.

/** "3 sentences", "1 sentence", "1,204 entries". */
export function counted(count: number, one: string, many?: string): string {
  return `${count.toLocaleString('en')} ${wordFor(count, one, many)}`;
}

/** At the start of a sentence: "One person signs", "3 people sign". `one` holds its number as a word. */
export function oneOrCounted(count: number, one: string, many: string): string {
  return count === 1 ? one : counted(count, one, many);
}

/** The word that goes with this number: "is" or "are", "reply" or "replies". */
export function wordFor(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** A number of bytes as people say it: "812 bytes", "64 kB", "2.4 MB", "25 MB". */
export function saySize(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.0', '')} MB`;
}

/** The first of many, and in place of the others how many there are. */
export function firstOf<One>(all: readonly One[], most: number, sayMore: (more: string) => One): One[] {
  if (all.length <= most) return [...all];
  return [...all.slice(0, most), sayMore((all.length - most).toLocaleString('en'))];
}
