// Whom "he", "she" or "they" means: the last of those it can mean, and nobody where it is not clear. Pure.
import { type Gender, genderOf } from '../entities/given-names.ts';
import { ROLES } from '../entities/roles.ts';
import type { Speaker } from './speaker.ts';

/** People and bodies in the order in which they were named or spoke, the latest last. */
export class Mentioned {
  readonly #speakers: Speaker[] = [];
  readonly #genders = new Map<string, Gender>();
  #spoke: Speaker | null = null;
  #topic: Speaker | null = null;
  #head: Speaker | null = null;
  /** Who spoke last in this sentence of those that can be "he" or "she". */
  #person: Speaker | null = null;
  /** Named with an office at the end of the sentence before, and never earlier. */
  #introduced: Speaker | null = null;
  readonly #heard = new Map<string, Speaker>();
  /** Who called themselves "it". */
  readonly #bodies = new Set<string>();

  /** Somebody is named. */
  named(speaker: Speaker): void {
    const at = this.#speakers.findIndex((each) => isSame(each, speaker));
    if (at >= 0) this.#speakers.splice(at, 1);
    this.#speakers.push(speaker);
    if (this.#speakers.length > MOST) this.#speakers.shift();
  }

  /** Somebody speaks: a pronoun that follows means them before all others. */
  spoke(speaker: Speaker): void {
    if (speaker.name === null && (THINGS.test(speaker.printed) || SHARES.test(speaker.printed))) return;
    this.#spoke = speaker;
    if (this.#canBe(speaker, null)) this.#person = speaker;
    this.#topic = this.#introduced = null;
    if (speaker.name === null) this.#heard.set(lastNounOf(speaker.printed), speaker);
  }

  /** "Port Rail said it expected": no person, whatever the name. */
  isIt({ printed }: Speaker): void {
    this.#bodies.add(printed);
  }

  /** A sentence ends with somebody new and their office, or null: a quotation that follows may be theirs. */
  introduced(speaker: Speaker | null): void {
    this.#introduced = speaker;
  }

  /** A sentence begins with somebody who spoke before: "The trust disputes this: stocks, it says, never fell". */
  begins(noun: string | null): void {
    this.#person = null;
    this.#head = this.#heard.get(noun ?? '') ?? null;
  }

  /** A sentence in which nobody spoke is about this one: a pronoun in the next means them before whoever spoke. */
  toldOf(speaker: Speaker): void {
    this.#topic = speaker;
  }

  /** The one a pronoun means, or null. Whoever was "he" once is no "she" later. */
  meant(pronoun: string, is_behind_quotation = false): Speaker | null {
    const key = pronoun.toLowerCase();
    if (/^(?:they|their|them|it|its|we|our|us)$/.test(key)) return this.#group(key);
    const gender = /^(?:she|her|hers)$/.test(key) ? 'she' : /^(?:he|him|his)$/.test(key) ? 'he' : null;
    const can = (speaker: Speaker | null) => speaker !== null && this.#canBe(speaker, gender);
    if (gender !== null && is_behind_quotation && can(this.#introduced)) return this.#taken(this.#introduced, gender);
    if (gender !== null && can(this.#topic)) return this.#taken(this.#topic, gender);
    if (can(this.#spoke)) return this.#taken(this.#spoke, gender);
    const pair = gender === null ? undefined : this.#ofPair(gender);
    if (pair !== undefined) return this.#taken(pair, gender);
    if (gender !== null && can(this.#person)) return this.#taken(this.#person, gender);
    const candidates = this.#speakers.filter((each) => each.name !== null && can(each));
    const sure = candidates.filter((each) => gender !== null && this.#genderOf(each) === gender);
    const found = sure.at(-1) ?? (candidates.length === 1 ? candidates[0] : undefined);
    return found ? this.#taken(found, gender) : null;
  }

  /** "Ruth Callow and Ben Hutch said": of the two the only one who can be "he", or nobody; undefined where no two spoke. */
  #ofPair(gender: Gender): Speaker | null | undefined {
    const printed = this.#spoke?.name === null ? this.#spoke.printed : '';
    const words = new Set(/ and /.test(printed) ? printed.split(/[^\p{L}’'-]+/u) : []);
    const pair = this.#speakers.filter(({ name }) => name !== null && words.has(name.split(' ').at(-1) ?? ''));
    if (pair.length < 2) return undefined;
    const [only, ...others] = pair.filter((each) => this.#canBe(each, gender));
    return others.length === 0 ? (only ?? null) : null;
  }

  #taken(speaker: Speaker | null, gender: Gender): Speaker | null {
    if (speaker !== null && gender !== null) this.#genders.set(speaker.printed, gender);
    return speaker;
  }

  /** "They" and "it" are whoever spoke last, where that is no person with a name. */
  #group(key: string): Speaker | null {
    if (this.#head !== null && /^(?:it|they)$/.test(key) && isPlural(this.#head.printed) === (key === 'they'))
      return this.#head;
    if (key === 'it' && this.#topic && isBody(this.#topic)) return this.#topic;
    if (key === 'they' && this.#topic?.name === null && isPlural(this.#topic.printed.toLowerCase())) return this.#topic;
    if (this.#spoke === null) return null;
    // "It" is nobody of flesh and blood: a name of one word that was never longer, or one that says what body it is.
    if (this.#spoke.name !== null)
      return key === 'it' && (isBody(this.#spoke) || this.#bodies.has(this.#spoke.printed)) ? this.#spoke : null;
    if (/^(?:it|its)$/.test(key))
      return isPlural(this.#spoke.printed) || isPerson(this.#spoke.printed) ? null : this.#spoke;
    return this.#spoke;
  }

  #canBe(speaker: Speaker, gender: Gender): boolean {
    if (speaker.name === null && (isPlural(speaker.printed) || PRONOUN.test(speaker.printed))) return false;
    if (ORGANISATION.test(speaker.name ?? headOf(speaker.printed))) return false;
    const known = this.#genderOf(speaker);
    return gender === null || known === null || known === gender;
  }

  #genderOf(speaker: Speaker): Gender {
    return this.#genders.get(speaker.printed) ?? genderOf(speaker.printed);
  }
}

const MOST = 40;
/** What shows or says and is no "they". */
const THINGS =
  /\b(?:results|findings|figures|data|statistics|records|documents|papers|tests|images|photographs|photos|polls|surveys|reports|studies|numbers|files|emails|letters|signs|charts|maps|rules|laws|estimates)$/i;
/** "Only 1 in 5 of those who were ill", "two thirds of the patients": who was asked, and who finds nothing. */
const SHARES =
  /^(?:only |just |about |nearly |almost |more than |over |around |fewer than |less than )*(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:in|out of) (?:every )?(?:\p{L}+|\d+)|[\d.]+ ?(?:%|percent|per cent)|half|a (?:third|quarter|fifth|majority|minority)|(?:two|three|four) (?:thirds|quarters|fifths))\b/iu;
const PRONOUN = /^(?:he|she|him|his|her|they|their|it|its|we|our|i|my|who|you)$/i;
const ORGANISATION =
  /\b(?:agency|association|authority|bank|board|bureau|centre|center|college|army|commission|committee|company|corp|council|defen[cs]e|firm|hospital|military|opposition|prosecution|team|court|department|federation|foundation|front|government|group|inc|institute|ltd|ministry|network|news|office|organi[sz]ation|party|police|post|press|reuters|service|society|times|tribune|union|university|watch|services|systems|airlines?|airways|railways?|contingent|coalition|alliance|campaign|programme|league|club|companies|trust|charity|electricity|water|energy|gas|power|motors|industries|holdings|partners|technologies|pharmaceuticals|laboratories|airport|theatre|museum|school|church|navy|force|forces|guard|treasury|senate|parliament|congress|cabinet|embassy|exchange|fund|regulator|watchdog|operator|retailer|lender|insurer|airliner|maker|developer|publisher|broadcaster)\b/i;

/** More than one: "12 men", "officials", "US and Nato commanders". */
function isPlural(printed: string): boolean {
  const head = printed.split(/,| (?:of|for|from|in|at|who|which|familiar|close|with)\b/)[0]?.trim() ?? '';
  if (
    /^(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|several|many|some|both|few|all|most)\b/i.test(
      head,
    )
  )
    return true;
  return (
    (/ and /.test(head) && !isOneBody(head)) ||
    (/(?:[^s]s|people|men|women|children|police)$/i.test(head) && !/^\p{Lu}/u.test(head.split(' ').at(-1) ?? ''))
  );
}

/** "The Farm and Herd Board" is one. */
function isOneBody(head: string): boolean {
  const [first = '', second = ''] = head.split(' and ');
  return /^the \p{Lu}\p{L}+$/iu.test(first) && /^(?:\p{Lu}\p{L}+ ?)+$/u.test(second) && ORGANISATION.test(second);
}

/** One who is no "it": "deckhand Rosa Pell", "the mayor". */
function isPerson(printed: string): boolean {
  const head = printed.toLowerCase().split(/,| (?:of|for|from|in|at)\b/)[0] ?? '';
  return genderOf(printed) !== null || head.split(/[^\p{L}-]+/u).some((word) => ROLES.has(word) && word !== 'host');
}

/** A company, an office: no person's name. */
function isBody({ name, role, printed }: Speaker): boolean {
  if (name === null || role !== null || genderOf(printed) !== null) return false;
  return ORGANISATION.test(name) || !/\s/.test(name);
}

/** Of "the health trust" the trust. */
function lastNounOf(printed: string): string {
  return headOf(printed.toLowerCase()).split(/\s+/).at(-1) ?? '';
}

function headOf(printed: string): string {
  return (printed.split(/,| (?:of|for|from|in|at|by|on|who|which)\b/)[0] ?? '').trim();
}

function isSame(one: Speaker, other: Speaker): boolean {
  return one.printed === other.printed;
}
