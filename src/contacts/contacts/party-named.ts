// Which party of an article a name means: the same name, a part of it between commas, or its last word. Pure.
import { foldKey } from '#src/text-fields.ts';

interface Named {
  id: string;
  name: string;
}

/**
 * The party that one of these lines means, tried in their order; undefined where none does, or several may. "Joint Mission,
 * press office" is the Joint Mission; "Rezhal" is Dovan Rezhal, as long as nobody else is called so.
 */
export function partyNamed<Party extends Named>(
  lines: readonly string[],
  parties: readonly Party[],
): Party | undefined {
  const keyed = keysOf(parties);
  for (const words of lines.flatMap((line) => [line, ...partsOf(line)])) {
    const key = nameKey(words);
    if (key === '') continue;
    const same = keyed.find((one) => one.key === key);
    if (same !== undefined) return same.party;
  }
  for (const line of lines) {
    const key = nameKey(line);
    if (key === '' || key.includes(' ')) continue;
    const ending = keyed.filter((one) => one.key.endsWith(` ${key}`));
    if (ending.length === 1) return ending[0]?.party;
  }
  return undefined;
}

/** The keys of the parties of an article, made once for each list of them: a page asks for hundreds of names. */
const keys = new WeakMap<readonly Named[], { party: Named; key: string }[]>();

function keysOf<Party extends Named>(parties: readonly Party[]): { party: Party; key: string }[] {
  const known = keys.get(parties) as { party: Party; key: string }[] | undefined;
  if (known !== undefined) return known;
  const made = parties.map((party) => ({ party, key: nameKey(party.name) }));
  keys.set(parties, made);
  return made;
}

/** A name as it is compared: folded, without "the" before it, "’s" behind it, or remarks in brackets. */
export function nameKey(name: string): string {
  return foldKey(name.replace(/\([^)]*\)/g, ' ').replace(/[’']s\b/gu, ''))
    .replace(/^(?:the|mr|mrs|ms|dr)\.? /, '')
    .trim();
}

function partsOf(line: string): string[] {
  return line.includes(',') ? line.split(',') : [];
}
