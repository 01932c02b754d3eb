// People by their last names: a short name is the full one given before, unless two people bear it. Pure.
import { genderOf } from '../entities/given-names.ts';
import type { Speaker } from './speaker.ts';

export class Namesakes {
  readonly #byLastName = new Map<string, Speaker[]>();
  /** By last name the full names of those that sentences were about or who spoke, the first and the latest. */
  readonly #leading = new Map<string, { first: string; last: string }>();

  /** Somebody is named; answers what is known of them by now. */
  named(speaker: Speaker): Speaker {
    const name = speaker.name ?? '';
    const same = this.#byLastName.get(lastWord(name)) ?? [];
    this.#byLastName.set(lastWord(name), same);
    const at = same.findLastIndex(
      (each) => isSamePerson(each.name ?? '', name) && hasRoleOf(each, speaker, same) && !differInSex(each, speaker),
    );
    const known = same[at];
    if (!known) same.push(speaker);
    else if (name.length > (known.name?.length ?? 0) || (!known.role && holdsOffice(speaker))) same[at] = speaker;
    return at < 0 ? speaker : (same[at] ?? speaker);
  }

  /** Somebody speaks, or a sentence is about them. */
  leads({ name }: Speaker): void {
    if (name === null) return;
    const first = this.#leading.get(lastWord(name))?.first ?? name;
    this.#leading.set(lastWord(name), { first, last: name });
  }

  /** Of two the one whom the text is about: who led before the other was named, and led since. */
  #leader(name: string, people: readonly Speaker[]): Speaker | null {
    const leading = this.#leading.get(lastWord(name));
    if (leading === undefined || !isSamePerson(leading.first, leading.last)) return null;
    return people.find((each) => isSamePerson(each.name ?? '', leading.last)) ?? null;
  }

  /** Who is called so; undefined for nobody yet, null where it could be one or the other. `printed`: with the title before it. */
  called(name: string, printed = name): Speaker | null | undefined {
    const same = (this.#byLastName.get(lastWord(name)) ?? []).filter((each) => isSamePerson(each.name ?? '', name));
    const isShe = /^(?:mrs|ms|miss|lady|dame|madam|queen|princess)\b/i.test(printed);
    const isHe = /^(?:mr|sir|lord|king|prince)\b/i.test(printed);
    const told = isShe ? 'he' : isHe ? 'she' : null;
    const rest = same.filter(({ printed: each }) => told === null || genderOf(each) !== told);
    const sure = rest.filter(isSurelySomebody);
    return sure.length > 1 ? this.#leader(name, sure) : (sure[0] ?? rest.at(-1));
  }

  /** "The spokesman" is the one of that role who was named. */
  inRole(role: string): Speaker | null {
    return [...this.#byLastName.values()].flat().findLast((each) => each.role?.toLowerCase().includes(role)) ?? null;
  }
}

/** "Mrs Kolb" is not "Mr Kolb", nor "Paul Kolb". */
function differInSex(one: Speaker, other: Speaker): boolean {
  const [a, b] = [genderOf(one.printed), genderOf(other.printed)];
  return a !== null && b !== null && a !== b;
}

/** More than a title before the last name. */
function holdsOffice({ role }: Speaker): boolean {
  return role !== null && !/^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lady|lord)\.?$/i.test(role);
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
