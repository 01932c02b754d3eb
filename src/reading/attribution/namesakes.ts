// People by their last names: a short name is the full one given before, unless two people bear it. Pure.
import { genderOf } from '../entities/given-names.ts';
import type { Speaker } from './speaker.ts';

export class Namesakes {
  readonly #byLastName = new Map<string, Speaker[]>();

  /** Somebody is named; answers what is known of them by now. */
  named(speaker: Speaker): Speaker {
    const name = speaker.name ?? '';
    const same = this.#byLastName.get(lastWord(name)) ?? [];
    this.#byLastName.set(lastWord(name), same);
    const at = same.findLastIndex((each) => isSamePerson(each.name ?? '', name) && hasRoleOf(each, speaker, same));
    const known = same[at];
    if (!known) same.push(speaker);
    else if (name.length > (known.name?.length ?? 0) || (!known.role && speaker.role)) same[at] = speaker;
    return at < 0 ? speaker : (same[at] ?? speaker);
  }

  /** Who is called so; undefined for nobody yet, null where it could be one or the other. `printed`: with the title before it. */
  called(name: string, printed = name): Speaker | null | undefined {
    const same = (this.#byLastName.get(lastWord(name)) ?? []).filter((each) => isSamePerson(each.name ?? '', name));
    const isShe = /^(?:mrs|ms|miss|lady|dame|madam|queen|princess)\b/i.test(printed);
    const isHe = /^(?:mr|sir|lord|king|prince)\b/i.test(printed);
    const told = isShe ? 'he' : isHe ? 'she' : null;
    const rest = same.filter(({ printed: each }) => told === null || genderOf(each) !== told);
    return rest.filter(isSurelySomebody).length > 1 ? null : (rest.filter(isSurelySomebody)[0] ?? rest.at(-1));
  }

  /** "The spokesman" is the one of that role who was named. */
  inRole(role: string): Speaker | null {
    return [...this.#byLastName.values()].flat().findLast((each) => each.role?.toLowerCase().includes(role)) ?? null;
  }
}

/** "Mayor Kolb" is the one of the two who is mayor. */
function hasRoleOf(known: Speaker, { name, role }: Speaker, same: readonly Speaker[]): boolean {
  if (same.length < 2 || role === null || name?.includes(' ')) return true;
  const words = new Set(role.toLowerCase().split(/[^\p{L}]+/u));
  return (
    known.role
      ?.toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => words.has(word)) === true
  );
}

/** A first name, an office: not three words of a headline that happen to end alike. */
function isSurelySomebody({ role, printed }: Speaker): boolean {
  return role !== null || genderOf(printed) !== null;
}

/** "Kolb", "J. Kolb" and "Jana Maria Kolb" can be "Jana Kolb"; a father of the same last name is somebody else. */
function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word) =>
    long.some(
      (each) =>
        each === word || (word.length === 1 && each.startsWith(word)) || (each.length === 1 && word.startsWith(each)),
    ),
  );
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word !== '');
}

function lastWord(name: string): string {
  return wordsOf(name).at(-1) ?? name;
}
