// Who a source of another language than English is: name and role, and whom a pronoun or a role means. Pure.
import { genderOf } from '../entities/given-names.ts';
import { isRole } from '../entities/names-abroad.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { withoutHidden } from '../text/hidden-letters.ts';
import { contains, type Range } from '../text/range.ts';
import type { Token } from '../text/tokens.ts';
import type { Phrase } from './noun-phrases.ts';
import { isMany, isSamePerson, merged, roleAround, type Sex, sexOf, speakingName } from './sources-abroad.ts';
import type { Speaker } from './speaker.ts';

type Known = { speaker: Speaker; sex: Sex; is_many: boolean; head: string | null };

/** Remembers who was named and who spoke, from the first sentence on. */
export class SpeakersAbroad {
  readonly #text: string;
  readonly #lexicon: Lexicon;
  readonly #people: Known[] = [];
  #spoke: Known | null = null;
  /** Somebody else was named since somebody spoke: a pronoun could mean either. */
  #isUnsure = false;
  /** "La préfecture demande": a thing or a body that a sentence was about since, which "elle" can mean. */
  #thing: Sex = null;

  constructor(text: string, lexicon: Lexicon) {
    this.#text = text;
    this.#lexicon = lexicon;
  }

  /** Takes note of people in a sentence in which nobody speaks: its subject is who "he" is next. */
  read(reading: SentenceReading, subject: Phrase | null): void {
    this.#tellOf(reading, subject);
    for (const name of reading.names) {
      const before = reading.tokens[name.from - 1]?.key ?? '';
      // "El Atlético Marina", "den SV Norden": people go without an article.
      const isThing =
        !name.role &&
        (name.to - name.from < 2 ||
          this.#lexicon.speech.determiners.has(before) ||
          /^(?:del|do|da|du|al|ao|beim|vom)$/.test(before));
      if (name.is_place || isThing) continue;
      const known = this.#of(name.role ? { start: name.role.start, end: name.end } : name, reading);
      if (known.speaker.name === null) continue;
      const kept = this.#keep(known);
      if (kept === null) continue;
      if (this.#spoke && kept.speaker.name !== this.#spoke.speaker.name) this.#isUnsure = true;
    }
  }

  #tellOf(reading: SentenceReading, subject: Phrase | null): void {
    if (subject === null) return;
    const known = this.#of(spanOf(reading, subject.from, subject.to), reading);
    if (known.is_many) return;
    if (known.speaker.name === null && known.head === null) {
      this.#thing = sexOf(reading.tokens.slice(subject.from, subject.to), this.#lexicon, true);
      return;
    }
    this.#thing = null;
    this.#spoke = known.speaker.name === null ? (this.#sameRole(known) ?? known) : this.#keep(known);
    this.#isUnsure = false;
  }

  /** Who a source is; null for a pronoun, or for no subject at all, that could mean anybody. */
  speakerOf(source: Range | null, reading: SentenceReading, sex?: 'he' | 'she'): Speaker | null {
    const again = () => (sex === undefined ? this.#sameAgain() : this.#meant(sex));
    const known = source === null ? again() : this.#known(source, reading);
    if (!known) return null;
    this.#spoke = known;
    this.#isUnsure = false;
    this.#thing = null;
    return known.speaker;
  }

  #sameAgain(): Known | null {
    if (this.#spoke === null && this.#people.length === 1) return this.#people[0] ?? null;
    return this.#isUnsure || this.#spoke?.is_many ? null : this.#spoke;
  }

  #known(source: Range, reading: SentenceReading): Known | null {
    const printed = this.#printed(source).toLowerCase();
    const meant = this.#lexicon.speech.pronouns.get(printed);
    if (meant !== undefined) {
      const known = this.#meant(meant);
      // Of somebody who may be a man or a woman, "elle" is not sure where "la préfecture" came since.
      return known?.sex === null && !known.is_many && this.#thing === meant ? null : known;
    }
    const known = this.#of(source, reading);
    if (known.speaker.name !== null) return this.#keep(known);
    const called = this.#byLastName(printed);
    return called === undefined ? (this.#sameRole(known) ?? known) : called;
  }

  /** "Harms" alone, in a language that writes every noun large; null where two are called so, undefined for nobody. */
  #byLastName(printed: string): Known | null | undefined {
    const word = printed.replace(/^\p{L}+\.? (?=\p{L}+$)/u, (title) =>
      this.#lexicon.speech.honorifics.has(title.trim().replace('.', '')) ? '' : title,
    );
    const same = this.#people.filter(({ speaker }) => speaker.name?.toLowerCase().split(' ').at(-1) === word);
    return same.length > 1 ? null : same[0];
  }

  #meant(pronoun: 'he' | 'she' | 'many' | 'nobody'): Known | null {
    if (pronoun === 'nobody') return null;
    if (pronoun === 'many') return this.#spoke?.is_many ? this.#spoke : null;
    const fits = ({ sex }: Known) => sex === null || sex === pronoun;
    const [only, ...others] = this.#people.filter(fits);
    const spoke = this.#spoke;
    const isPerson =
      spoke !== null && !spoke.is_many && (spoke.speaker.name !== null ? fits(spoke) : spoke.sex === pronoun);
    // Where another was named since of whom it could be said, too, nobody can tell.
    if (isPerson) return this.#isUnsure && others.length > 0 ? null : spoke;
    return others.length === 0 ? (only ?? null) : null;
  }

  /** Keeps the fullest of what is known of a person; null where two bear the short name. */
  #keep(known: Known): Known | null {
    const name = known.speaker.name ?? '';
    const called = this.#people.filter((each) => isSamePerson(each.speaker.name ?? '', name));
    if (called.length > 1 && !called.some(({ speaker }) => speaker.name === name)) return this.#ofRole(called, known);
    const at = this.#people.findIndex((each) => isSamePerson(each.speaker.name ?? '', name));
    const before = this.#people[at];
    if (before === undefined) {
      this.#people.push(known);
      return known;
    }
    const isFuller =
      name.length > (before.speaker.name?.length ?? 0) || (!before.speaker.role && known.speaker.role !== null);
    const kept = isFuller
      ? { ...known, sex: known.sex ?? before.sex, speaker: merged(before.speaker, known.speaker) }
      : { ...before, sex: before.sex ?? known.sex };
    this.#people[at] = kept;
    return kept;
  }

  /** "El alcalde Gil" is the one of the two who is mayor. */
  #ofRole(called: readonly Known[], { head }: Known): Known | null {
    const same = called.filter(({ speaker }) => head !== null && speaker.role?.toLowerCase().split(' ').includes(head));
    return same.length === 1 ? (same[0] ?? null) : null;
  }

  /** "El alcalde" is the one of that office who was named, where there is only one. */
  #sameRole({ head, is_many, speaker }: Known): Known | null {
    if (head === null || is_many || speaker.printed.split(' ').length > 3) return null;
    const same = this.#people.filter((known) =>
      known.speaker.role
        ?.toLowerCase()
        .split(/[^\p{L}-]+/u)
        .includes(head),
    );
    return same.length === 1 ? (same[0] ?? null) : null;
  }

  #printed({ start, end }: Range): string {
    return withoutHidden(this.#text.slice(start, end)).replace(/\s+/g, ' ');
  }

  #of(source: Range, reading: SentenceReading): Known {
    const { speech } = this.#lexicon;
    const tokens = reading.tokens.filter((token) => contains(source, token));
    const printed = this.#printed(source);
    const name = speakingName(reading, source, this.#lexicon);
    const isOffice = (token: Token) => isRole(token, { lexicon: this.#lexicon });
    const head = tokens.find(isOffice)?.key ?? null;
    const sex = sexOf(tokens, this.#lexicon, head !== null || name !== undefined);
    if (!name)
      return {
        speaker: { name: null, role: null, printed },
        sex: head === null ? null : sex,
        is_many: isMany(tokens, this.#lexicon),
        head,
      };
    const role = roleAround(this.#text, source, name, speech);
    const called = this.#printed(name);
    const speaker = { name: called, role: role || null, printed: role === '' ? called : `${called}, ${role}` };
    return { speaker, sex: sex ?? genderOf(called), is_many: false, head };
  }
}
