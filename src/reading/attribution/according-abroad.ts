// "Según la policía", "selon lui", "Berichten zufolge", ", so der Sprecher": phrases that hand over. Pure.
import { isRole } from '../entities/names-abroad.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { withApposition } from './appositions.ts';
import { wholeAround } from './content-abroad.ts';
import { type CueAbroad, HEARSAY } from './cues-abroad.ts';
import { type Ground, grownFrom, keyAt, opensPhrase, type Phrase, phraseFrom } from './noun-phrases.ts';
import { endOf, type Heard, type PassageAbroad, subjectBehind } from './subjects-abroad.ts';

/** "Según la policía", "Berichten zufolge", ", so der Sprecher". */
export function phrasePassages({ ground, cue, passages }: Heard): PassageAbroad[] {
  const { reading, lexicon } = ground;
  if (cue.kind === 'own') return ownPassage({ ground, cue, passages });
  const source = cue.kind === 'postposed' ? postposedSource(ground, cue) : sourceBehind(ground, cue);
  if (!source || namesNobody(ground, source)) return [];
  const around = {
    source: spanOf(reading, source.from, source.to),
    cue: spanOf(reading, cue.from, cue.to),
    is_act: false,
    is_dropped: false,
  };
  const isHead =
    cue.kind === 'according' && (reading.tokens[cue.at]?.key === 'wie' || HEARSAY.test(keyAt(reading, source.to)));
  const comma = isHead ? reading.tokens.findIndex(({ text }, at) => at > cue.at && text === ',') : -1;
  if (isHead && comma < 0) return [];
  const from = cue.kind === 'postposed' ? source.from : cue.from;
  const to = cue.kind === 'postposed' ? cue.to : isHead ? comma : source.to;
  const content = wholeAround(
    ground,
    { from, to },
    { isBehind: cue.kind === 'so', since: passages.length > 0 ? endOf({ ground, cue, passages }) : reading.start },
  );
  return content && lexicon ? [{ ...around, content }] : [];
}

/** "A su juicio, la obra es cara": whoever spoke last, or was spoken of. */
function ownPassage({ ground, cue, passages }: Heard): PassageAbroad[] {
  const since = passages.length > 0 ? endOf({ ground, cue, passages }) : ground.reading.start;
  const content = wholeAround(ground, cue, { isBehind: false, since });
  if (content === null) return [];
  const sex = cue.sex ? { sex: cue.sex } : {};
  return [
    { source: null, cue: spanOf(ground.reading, cue.from, cue.to), content, is_act: false, is_dropped: true, ...sex },
  ];
}

/** "según la policía", "según informó la policía", "selon ce qu’a indiqué la police". */
function sourceBehind(ground: Ground, cue: CueAbroad): Phrase | null {
  const { reading, lexicon } = ground;
  const { speech } = lexicon;
  let at = cue.to;
  while (
    at < cue.to + 4 &&
    /^(?:ce|qu|que|a|ha|han|ont|lo|avait|podido)$/.test(reading.tokens[at]?.key ?? '') &&
    !opensPhrase(ground, at)
  )
    at += 1;
  const key = reading.tokens[at]?.key ?? '';
  if (speech.saying.has(key) || speech.participles.has(key) || /^(?:saber|apurou|appris)$/.test(key)) {
    const verb: CueAbroad = { from: at, to: at + 1, at, kind: 'verb', pronoun: null };
    return subjectBehind(ground, verb)?.source ?? null;
  }
  const pronoun = speech.determiners.has(keyAt(reading, cue.to))
    ? undefined
    : speech.pronouns.get(keyAt(reading, cue.to));
  if (pronoun === 'he' || pronoun === 'she') return { from: cue.to, to: cue.to + 1 };
  const phrase = sourcePhrase(ground, cue.to);
  return phrase && withApposition(ground, phrase);
}

/** "Según informaciones de la policía" is the police; "según datos del ministerio" are its data; "a juicio del sindicato". */
function sourcePhrase(ground: Ground, at: number): Phrase | null {
  const { reading, lexicon } = ground;
  const { speech } = lexicon;
  const told = speech.determiners.has(keyAt(reading, at)) ? at + 1 : at;
  const isHearsay = speech.hearsay.has(keyAt(reading, told)) && speech.of.has(keyAt(reading, told + 1));
  const from = isHearsay ? told + 2 : at;
  const isBehindOf = !speech.writes_nouns_large && speech.of.has(keyAt(reading, from - 1));
  const isOfSomebody = !speech.writes_nouns_large && speech.of.has(keyAt(reading, from + 1));
  const isPlain = reading.tokens[from]?.kind === 'word' && !speech.pronouns.has(keyAt(reading, from));
  return isPlain && (isBehindOf || isOfSomebody) ? grownFrom(ground, from) : phraseFrom(ground, from);
}

function postposedSource(ground: Ground, cue: CueAbroad): Phrase | null {
  const { reading } = ground;
  let from = cue.from;
  while (from > 0 && cue.from - from < 12 && !/^[,.;:!?»”"]$/.test(reading.tokens[from - 1]?.text ?? '')) from -= 1;
  return from < cue.from ? { from, to: cue.from } : null;
}

const NOBODY =
  /^(?:casos?|edad|edades|tamaño|necesidad|caso|cas|régions?|âge|besoins|saisons?|fall|bedarf|lage|alter|turno|lugar|semestre|trimestre|grado|eigenen|plan|gustos?|ocasião|idade|necessidade|vez)$/;

/** "Según el caso", "nach eigenen Angaben": it depends, or whoever it was; "este diario" is the article's own voice. */
function namesNobody({ reading, lexicon }: Ground, { from, to }: Phrase): boolean {
  const { speech } = lexicon;
  if (speech.ourselves.test(keyAt(reading, from)) && isOurselves(reading, { from, to }, speech.media)) return true;
  const words = reading.tokens.slice(from, to).filter((token) => token.kind === 'word');
  // "Según sus cálculos": whose they are stands elsewhere.
  const isPossessed = words.length === 2 && /^(?:su|sus|ses|leurs|seus|suas|seinen|ihren)$/.test(words[0]?.key ?? '');
  if (isPossessed && !isRole(words[1], { lexicon })) return true;
  return words.slice(0, 2).some(({ key }) => NOBODY.test(key));
}

/** "Dieser Zeitung", "nos informations", "esta redacción": not "este sindicato". */
function isOurselves({ tokens }: SentenceReading, { from, to }: Phrase, media: RegExp): boolean {
  const rest = tokens.slice(from + 1, to);
  return rest.length < 3 && rest.some(({ key }) => media.test(key) || /^(?:reda|informa|calcu|reporta)/.test(key));
}
