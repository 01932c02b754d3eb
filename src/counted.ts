// A number with its noun, as every page says it.

/** "3 sentences", "1 sentence", "1,204 entries". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
