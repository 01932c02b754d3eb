// What kind of claim a range of words makes, for a person who marks it with nothing else.
import { figuresOf } from './figures.ts';
import { namesOf } from './names.ts';
import { quotationsIn } from './quotations.ts';
import { contains, type Range } from './range.ts';
import { timesOf } from './times.ts';
import { type Token, tokensOf } from './tokens.ts';
import { vocabularyOf } from './vocabulary.ts';

export type ClaimKind =
  | 'number'
  | 'quotation'
  | 'event'
  | 'name'
  | 'date'
  | 'place'
  | 'comparison'
  | 'implication'
  | 'image'
  | 'other';

const COMPARING =
  /^(?:more|less|fewer|than|most|least|worse|worst|better|best|unprecedented|record|unlike|only|biggest|largest)$/;
const COMPARING_FORM =
  /^(?!(?:forest|interest|arrest|protest|request|west|east|test|rest|guest|honest|latest|contest|invest|suggest)$)[a-z]{3,}(?:est)$/;
const IMPLYING =
  /^(?:doubt|appeared|appears|seemed|seems|apparently|suggesting|suggests|implies|implying|raising|questions|despite|allegedly|reportedly)$/;

/** The kind of a range by what is in it. `image` is never guessed: captions say it. */
export function kindOf(text: string, range: Range): ClaimKind {
  const tokens = tokensOf(text, range).filter((token) => token.kind !== 'mark');
  const quoted = quotationsIn(text, range).reduce((letters, each) => letters + each.end - each.start, 0);
  if (quoted * 2 > range.end - range.start) return 'quotation';
  const only = onlyThing(text, range, tokens);
  if (only) return only;
  if (comparesIn(tokens)) return 'comparison';
  if (figuresOf(text, range).length > 0) return 'number';
  if (tokens.some((token) => IMPLYING.test(token.key))) return 'implication';
  return tokens.length > 2 ? 'event' : 'other';
}

/** A superlative or a "more … than" that bends no number. */
export function comparesIn(tokens: Token[]): boolean {
  return (
    tokens.some((token, at) => {
      const next = tokens[at + 1];
      if (COMPARING_FORM.test(token.key)) return true;
      if (!COMPARING.test(token.key) || token.key === 'only') return false;
      const bendsNumber = [tokens[at + 1], tokens[at + 2], tokens[at - 1]].some((each) => each?.kind === 'number');
      return (
        !bendsNumber &&
        !(token.key === 'record' && next?.kind !== 'word') &&
        !/^(?:more|less|fewer|than)$/.test(token.key)
      );
    }) || /\b(?:more|less|fewer|[a-z]+er) (?:[a-z]+ )?than [a-z]/.test(spelled(tokens))
  );
}

function spelled(tokens: Token[]): string {
  return tokens.map((token) => (token.kind === 'number' ? '0' : token.key)).join(' ');
}

/** A few words that are nothing but a name, a place or a date. */
function onlyThing(text: string, range: Range, tokens: Token[]): ClaimKind | null {
  const time = timesOf(text, range)[0];
  if (time && time.end - time.start > (range.end - range.start) * 0.8) return 'date';
  const name = namesOf(tokens, vocabularyOf(text))[0];
  if (!name || tokens.length > 6) return null;
  const covers = contains(name, range) || name.end - name.start > (range.end - range.start) * 0.6;
  if (!covers) return null;
  return name.is_place ? 'place' : 'name';
}
