// Figures of a text in another language than English, by the words of its table. Pure.
import { itemAt } from '#src/item-at.ts';
import { type Lexicon, type Sign, words } from '../lexicons/lexicon.ts';
import type { Token } from '../text/tokens.ts';
import type { Amount } from './amounts.ts';
import { amountsAbroad, mayCountAbroad, phraseAt } from './amounts-abroad.ts';
import type { Figure } from './figure.ts';
import { isNoQuantityAbroad } from './no-quantities-abroad.ts';
import { periodAbroad, rateAbroad } from './rates-abroad.ts';

type Reading = { lexicon: Lexicon; language: string | undefined };

/** The figures among tokens in which dates are masked already. */
export function figuresAbroad(text: string, printed: readonly Token[], { lexicon, language }: Reading): Figure[] {
  const tokens = withThousands(text, printed);
  const figures: Figure[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!mayCountAbroad(itemAt(tokens, at), lexicon.numbers)) continue;
    const isNone =
      isPartOfName(tokens, at) ||
      isNoQuantityAbroad(tokens, at) ||
      (tokens[at]?.kind === 'number' && isDayOrItem(text, itemAt(tokens, at), at)) ||
      (lexicon.speech.writes_nouns_large && isOrdinal(tokens, at));
    const amounts = isNone ? [] : amountsAbroad(tokens, at, { numbers: lexicon.numbers, language });
    const read = amounts.map((amount) => withRate(tokens, amount, figureFrom(text, tokens, { amount, lexicon })));
    // "De 3,5 à 4,1 milliards d’euros": what the last one counts, the first counts, too.
    for (const figure of read) figures.push({ ...figure, unit: figure.unit ?? read.at(-1)?.unit ?? null });
    at = Math.max(at, (amounts.at(-1)?.to ?? 0) - 1);
    const end = amounts.length > 0 ? (figures.at(-1)?.end ?? 0) : 0;
    while ((tokens[at + 1]?.start ?? end) < end) at += 1;
  }
  return figures.map((figure, at) => ofAll(text, figure, figures[at + 1]));
}

/** "Dos de los seis detenidos": what all are, the two are. */
function ofAll(text: string, figure: Figure, next: Figure | undefined): Figure {
  if (figure.unit !== null || !next?.unit || next.unit === '%' || next.unit === 'share') return figure;
  const isPart = /^ (?:de (?:los|las|sus|ses|nos|ces)|des|der|dos|das|seiner|ihrer) $/.test(
    text.slice(figure.end, next.start),
  );
  return isPart ? { ...figure, unit: next.unit } : figure;
}

/** "110 pour 100 000 habitants" is one figure. */
function withRate(tokens: readonly Token[], { to, unit }: Amount, figure: Figure): Figure {
  const rate = unit === undefined && figure.unit !== '%' ? rateAbroad(tokens, to) : null;
  const period =
    rate === null && figure.unit !== null && figure.unit !== '%' && figure.unit !== 'share'
      ? periodAbroad(tokens, to)
      : null;
  if (period !== null) return { ...figure, unit: `${figure.unit} ${period}` };
  if (rate === null) return figure;
  return { ...figure, end: itemAt(tokens, rate.to - 1).end, unit: rate.words };
}

/** "Environ 1 200": thousands parted by a space, as one number. */
function withThousands(text: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const isPart =
      token.kind === 'number' && /^\d{3}(?:[.,]\d+)?$/.test(token.text) && token.start - (last?.end ?? 0) === 1;
    const isFirst = last?.kind === 'number' && /^\d{1,3}(?:[ \u00a0\u202f]\d{3})*$/.test(last.text);
    if (isPart && isFirst && /[ \u00a0\u202f]/.test(text.charAt(last.end)))
      joined[joined.length - 1] = { ...last, end: token.end, text: text.slice(last.start, token.end) };
    else joined.push(token);
  }
  return joined;
}

/** "der 1. FC", "den 2. Verein": a stop inside the sentence makes a number of German an ordinal. */
function isOrdinal(tokens: readonly Token[], at: number): boolean {
  const [token, stop, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return (
    /^\d{1,2}$/.test(token?.text ?? '') && stop?.text === '.' && stop.start === token?.end && next?.kind === 'word'
  );
}

/** "12/3" may be a day, "2." at the start an item: neither counts. */
function isDayOrItem(text: string, { start, end }: Token, at: number): boolean {
  if (/\d\/$/.test(text.slice(Math.max(0, start - 2), start)) || /^\/\d/.test(text.slice(end, end + 2))) return true;
  return at === 0 && /^\.\s/.test(text.slice(end, end + 2));
}

const NAMED_BY_NUMBER = words(
  'artículo artigo article articles artikel página page seite capítulo chapitre kapitel número numéro nummer núm nr no n canal canale sala salle raum zimmer ley lei loi ruta carretera route straße línea ligne linie top cac dax mdax tecdax sdax ibex psi ftse nikkei stoxx nasdaq ligue liga serie série vuelo voo vol flug ice siglo século siècle asiento assento siège sitz sitzplatz platz gleis referencia referência référence aktenzeichen boeing airbus formel fórmula formule paragraph absatz',
);

/** "Boeing 737", "artículo 4", "Unit 12": a number that names. */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token?.kind !== 'number' || !/^\d{1,4}$/.test(token.text) || before?.kind !== 'word') return false;
  return NAMED_BY_NUMBER.has(before.key);
}

function figureFrom(
  text: string,
  tokens: readonly Token[],
  { amount, lexicon }: { amount: Amount; lexicon: Lexicon },
): Figure {
  const { numbers } = lexicon;
  const bend = bendBefore(tokens, amount.from, numbers.before);
  const percent = shareSign(tokens, amount.to, numbers);
  const to = amount.to + percent.size;
  const behind = bend ? null : bendBehind(tokens, to, numbers.behind);
  const end = to + (behind?.size ?? 0);
  const sign = bend?.sign ?? behind?.sign ?? amount.comparator ?? '=';
  const unit = percent.unit ?? amount.unit ?? unitAbroad(tokens, end, { lexicon, amount });
  return {
    start: itemAt(tokens, amount.from - (bend?.size ?? 0)).start,
    end: itemAt(tokens, end - 1).end,
    value: text.slice(itemAt(tokens, amount.from).start, itemAt(tokens, amount.to - 1).end),
    ...bounds(amount, sign),
    comparator: sign,
    unit,
  };
}

function bounds({ low, high }: Amount, sign: Sign): { low: number | null; high: number | null } {
  if (sign === '>' || sign === '≥') return { low, high: null };
  if (sign === '<' || sign === '≤') return { low: null, high: high ?? low };
  return { low, high };
}

type Bend = { sign: Sign; size: number };

/** "Más del 30%", "en torno al 4%": the article is drawn into the last word of the phrase. */
const CONTRACTED: Record<string, readonly string[]> = { de: ['del', 'do', 'dos', 'da', 'das', 'du', 'des'], a: ['al'] };
const bends = new WeakMap<readonly (readonly [string, Sign])[], readonly (readonly [string, Sign])[]>();

function bendsOf(phrases: readonly (readonly [string, Sign])[]): readonly (readonly [string, Sign])[] {
  const known = bends.get(phrases);
  if (known) return known;
  const all = phrases.flatMap(([phrase, sign]): (readonly [string, Sign])[] => {
    const last = / (de|a)$/.exec(phrase)?.[1] ?? '';
    const others = (CONTRACTED[last] ?? []).map((word) => phrase.slice(0, -last.length) + word);
    return [phrase, ...others].map((each) => [each, sign] as const);
  });
  bends.set(phrases, all);
  return all;
}

/** "Subió un 3%, hasta 2,9 millones": where it went, and no bound. */
const UNTIL = /^(?:hasta|até)$/;
const WENT =
  /^(?:sub|baj|baix|crec|cresc|aument|ca[yií]|duplic|triplic|[cq]uadruplic|elev|reduj|reduc|reduz|descend|desc|desplom|dispar|increment|pas[óa]|passa|retroced|avanz|avanç|repunt|recu|ascend)/;

function isEndOfChange(tokens: readonly Token[], at: number): boolean {
  return (
    UNTIL.test(tokens[at - 1]?.key ?? '') &&
    tokens.slice(Math.max(0, at - 16), at - 1).some(({ key }) => WENT.test(key))
  );
}

function bendBefore(tokens: readonly Token[], at: number, phrases: readonly (readonly [string, Sign])[]): Bend | null {
  if (isEndOfChange(tokens, at)) return null;
  let longest: Bend | null = null;
  for (const [phrase, sign] of bendsOf(phrases)) {
    const size = phrase.split(' ').length;
    if (size > (longest?.size ?? 0) && phraseAt(tokens, at - size, phrase) > 0) longest = { sign, size };
  }
  return longest;
}

function bendBehind(tokens: readonly Token[], at: number, phrases: readonly (readonly [string, Sign])[]): Bend | null {
  for (const [phrase, sign] of phrases) {
    const size = phraseAt(tokens, at, phrase);
    if (size > 0) return { sign, size };
  }
  return null;
}

/** "%", "por ciento"; of "puntos porcentuales" the words are the unit. */
function shareSign(
  tokens: readonly Token[],
  at: number,
  { percent, points }: Lexicon['numbers'],
): { size: number; unit?: string } {
  for (const phrase of points) if (phraseAt(tokens, at, phrase) > 0) return { size: 0, unit: phrase };
  for (const phrase of percent) {
    const size = phraseAt(tokens, at, phrase);
    if (size > 0) return { size, unit: '%' };
  }
  return { size: 0 };
}

const MEASURES =
  /^(?:€|\$|£|¥|euros?|km|m|kg|g|ha|cm|mm|l|kwh|mw|gw|°|grados?|degrés?|grad|graus?|metros?|mètres?|meter|kilómetros?|quilômetros?|quilómetros?|kilomètres?|kilometer|toneladas?|tonnes?|tonnen?|hectáreas?|hectares?|hektar|litros?|litres?|liter|millas?|dólar(?:es)?|dollars?|dollar|franken|pfund|cent|mal|stimmen|prozent)$/;

/** What is counted: the noun behind the number, past "de" and what only qualifies it; null where that is not sure. */
function unitAbroad(
  tokens: readonly Token[],
  at: number,
  { lexicon, amount }: { lexicon: Lexicon; amount: Amount },
): string | null {
  const { numbers, speech, worth } = lexicon;
  const isGerman = speech.writes_nouns_large;
  let to = at;
  if (numbers.of.has(tokens[to]?.key ?? '') && !isGerman) to += 1;
  const isQualifier = (key: string) =>
    isGerman ? /^\p{Ll}+e[nrsm]?$/u.test(key) && !speech.small.has(key) : numbers.qualifiers.has(key);
  while (tokens[to]?.kind === 'word' && !tokens[to]?.is_capital && isQualifier(tokens[to]?.key ?? '') && to < at + 3)
    to += 1;
  const token = tokens[to];
  if (!token || (token.kind !== 'word' && !MEASURES.test(token.text))) return null;
  if (MEASURES.test(token.key) || worth.money.test(token.key)) return token.text;
  if (token.kind !== 'word' || speech.small.has(token.key) || speech.finite.test(token.key)) return null;
  const isOne = (amount.low ?? amount.high ?? 2) <= 1;
  if (isGerman) return token.is_capital ? token.text : null;
  return !token.is_capital && (isOne || /(?:s|x)$/.test(token.key)) && token.key.length > 2 ? token.text : null;
}
