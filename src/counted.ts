// A number with its noun, as every page says it.

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
