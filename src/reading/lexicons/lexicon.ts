// What a language's table holds: its numbers, its times, and who may speak in it how. Pure.
import type { Link } from './links.ts';

export type Sign = '=' | '~' | '>' | '≥' | '<' | '≤';

export type NumberWords = {
  /** Below a hundred and the hundreds, each word with its value; of "un", "ein", "um" see `articles`. */
  units: ReadonlyMap<string, number>;
  /** Numbers that are articles, too: alone they count nothing. */
  articles: ReadonlySet<string>;
  /** "y", "et", "e" between the words of a number. */
  joint: string;
  /** "mil", "millones", "Mrd": what multiplies. */
  sizes: ReadonlyMap<string, number>;
  /** "cientos", "Dutzende": crowds, and the least that each can mean. */
  crowds: ReadonlyMap<string, number>;
  /** "una centena", "une dizaine": about so many, behind an article. */
  rough: ReadonlyMap<string, number>;
  fractions: readonly (readonly [string, number])[];
  /** "por ciento"; and "puntos porcentuales". */
  percent: readonly string[];
  points: readonly string[];
  before: readonly (readonly [string, Sign])[];
  behind: readonly (readonly [string, Sign])[];
  span: { between: readonly string[]; and: string; from: readonly string[]; to: readonly string[]; or: string };
  /** "uno de cada tres", "un sur dix": what stands between the two. */
  one_in: readonly string[];
  /** Between a size and what it counts: "millones de euros". */
  of: ReadonlySet<string>;
  /** What may stand before the noun that is counted: "nuevos casos". */
  qualifiers: ReadonlySet<string>;
};

export type TimeWords = {
  months: readonly string[];
  /** From Sunday, as regular expressions. */
  weekdays: readonly string[];
  /**
   * Forms of times as regular expressions: {M} a month, {W} a weekday, {Y} a year, {D} a day of the month, {N} a count,
   * {S} a span, {P} a part of the day, {H} a clock.
   */
  forms: readonly (readonly ['date' | 'relative' | 'clock' | 'duration', string])[];
  clock: string;
  part_of_day: string;
  /** Spans of time in one and many: each as a regular expression with the English word. */
  spans: readonly (readonly [string, string])[];
  /** More than counts: "varios", "einige". */
  counts: string;
  /** Words a year stands behind. */
  before_years: ReadonlySet<string>;
  /** Phrases with the English ones that mean the same, in the order in which they are tried. */
  english: readonly (readonly [RegExp, string])[];
};

/** Which verbs say that something lies behind or ahead. */
export type TenseWords = {
  /** Before a time from which something lasts, and before one until which. */
  since: RegExp;
  until: RegExp;
  /** What begins a clause with a verb of its own. */
  that: RegExp;
  /** Of a word and those that follow in its clause: undefined where it is no verb, null where it leaves the time open. */
  tenseOf: (word: string, rest: readonly string[]) => 'past' | 'future' | null | undefined;
};

/** Who may speak, and how a sentence says so. */
export type SpeechWords = {
  /** Forms of verbs of saying; several words apart by a space ("ha dicho") are written with the last one alone. */
  saying: ReadonlySet<string>;
  /** Those that are also something else ("cuenta", "führt", "note"): verbs only where a statement follows or stands before. */
  doubtful: ReadonlySet<string>;
  /** Participles: verbs of saying only behind a helper. */
  participles: ReadonlySet<string>;
  helpers: ReadonlySet<string>;
  /** Participles that hand over behind "s’est", which by themselves tell what was done to somebody: "félicitée". */
  reflexives: ReadonlySet<string>;
  /** What may stand between a subject and its verb, or between a helper and its participle: "también", "le", "no". */
  between: ReadonlySet<string>;
  /** "que", "dass": a statement follows. */
  that: ReadonlySet<string>;
  /** "según", "de acuerdo con": the source follows. */
  according: readonly string[];
  /** "A su juicio", with the sex that the words tell: whoever spoke last. */
  own: readonly (readonly [string, 'he' | 'she' | null])[];
  /** "Según informaciones de": nothing but that somebody told, before whoever did. */
  hearsay: ReadonlySet<string>;
  /** "Este diario", "unsere Redaktion": the paper itself. */
  ourselves: RegExp;
  /** "Para el economista Luis Mora, la subida es temporal": what opens it, and the verbs with which somebody judges. */
  opining: { word: string; judging: RegExp } | null;
  /** "zufolge": the source stands before. */
  postposed: ReadonlySet<string>;
  /** ", so der Sprecher". */
  so: ReadonlySet<string>;
  /** Articles and what stands for one: a noun phrase begins. */
  determiners: ReadonlySet<string>;
  /** "de", "du", "von": a noun phrase goes on. */
  of: ReadonlySet<string>;
  /** Prepositions that begin another phrase: time, place, the one it was said to. */
  prepositions: ReadonlySet<string>;
  /** Relative pronouns, conjunctions, subjects that are clauses: a noun phrase ends. */
  breaks: ReadonlySet<string>;
  and: string;
  pronouns: ReadonlyMap<string, 'he' | 'she' | 'many' | 'nobody'>;
  /** Verb forms that tell a clause: none of them stands in the name of a speaker. */
  finite: RegExp;
  /** Heads of noun phrases: offices, trades, bodies. */
  roles: ReadonlySet<string>;
  role_ending: RegExp | null;
  /** Many who may speak without an article: "fuentes", "Ermittler". */
  groups: ReadonlySet<string>;
  /** "Sr", "Frau", with the gender that each tells. */
  honorifics: ReadonlyMap<string, 'he' | 'she' | null>;
  /** Feminine articles and endings, so that "la ministra" can be "ella". */
  hers: RegExp;
  his: RegExp;
  /** Outlets and things that are told something, and papers that say. */
  media: RegExp;
  /** Whether a verb in the singular may go without a subject of its own: "Añadió que". */
  drops_subject: boolean;
  /** As German does: there a capital says nothing about names, and a verb may stand at the end of its clause. */
  writes_nouns_large: boolean;
  /** Of verbs in two pieces ("teilte … mit") the other piece, by the beginning of the first. */
  particles: ReadonlyMap<string, ReadonlySet<string>>;
  /** "Gobierno", "Policía": large words of which none begins the name of a person. */
  bodies: ReadonlySet<string>;
  /** Small words that begin sentences and name nobody. */
  small: ReadonlySet<string>;
  /** Verbs behind which an infinitive is a statement ("negó haberse enriquecido"), and what an infinitive looks like. */
  claiming: RegExp | null;
  infinitive: RegExp;
  /** Verbs that charge somebody "de" something. */
  charging: RegExp | null;
  /** Verbs that reckon something "en", "auf" so many. */
  reckoning: RegExp;
  at: ReadonlySet<string>;
};

/** What makes a sentence worth checking, as in worth-words.ts. */
export type WorthLexicon = {
  harm: RegExp;
  accusations: RegExp;
  changes: RegExp;
  acts: RegExp;
  superlatives: RegExp;
  health: RegExp;
  causes: RegExp;
  hearsay: RegExp;
  opinion: RegExp;
  plans: RegExp;
  money: RegExp;
};

export type Lexicon = {
  numbers: NumberWords;
  times: TimeWords;
  speech: SpeechWords;
  worth: WorthLexicon;
  tense: TenseWords;
  links: readonly Link[];
};

/** A set of words written apart by spaces. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** "uno 1 dos 2": words, each with its number. */
export function valued(text: string): ReadonlyMap<string, number> {
  return new Map([...text.matchAll(/([^\s\d]\S*) ([\d.e]+)/g)].map(([, word = '', value]) => [word, Number(value)]));
}
