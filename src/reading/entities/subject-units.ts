// What a bare number counts by what its sentence is about: "Deaths fell to 900", "a crowd of 28,417". Pure.
import { itemAt } from '#src/item-at.ts';
import { isFunctionWord, type Token } from '../text/tokens.ts';

/** Who stands for many, in words that a count follows: "a team of 15". */
const WHOLES =
  /^(?:crowd|team|staff|workforce|audience|majority|squad|congregation|garrison|membership|electorate|fleet|population|readership|enrol(?:l)?ment|attendance|turnout|capacity|circulation)$/;
/** What the news counts and sets in front: "Deaths fell to 900". */
const COUNTED =
  /^(?:deaths|arrests|cases|injuries|births|marriages|divorces|visitors|passengers|complaints|crossings|arrivals|admissions|registrations|incidents|crimes|murders|killings|homicides|shootings|burglaries|thefts|robberies|infections|hospitali[sz]ations|patients|students|pupils|applicants|applications|subscribers|users|downloads|fatalities|collisions|crashes|fires|suicides|overdoses|evictions|foreclosures|bankruptcies|insolvencies|vacancies|redundancies|layoffs|abortions|adoptions|deportations|asylum-seekers|migrants|refugees|prisoners|inmates|members|attacks|strikes|sightings|recalls|flights|bookings|tourists|attendees|spectators|voters|signatures|followers|viewers|readers|homes|permits)$/;
const CHANGES =
  /^(?:rose|risen|rise|rises|fell|fallen|fall|falls|dropped|drop|drops|climbed|grew|grown|increased|declined|jumped|surged|soared|plunged|tumbled|slumped|slipped|sank|halved|doubled|tripled|totalled|totaled|reached|hit|numbered|topped|exceeded|passed|peaked|dipped|decreased|swelled|shrank)$/;
/** So many tokens may stand between the subject and what became of it. */
const FAR = 9;

/** "A crowd of 28,417", "a population of about 9,000". */
export function wholeBefore(tokens: readonly Token[], at: number): string | null {
  const whole = tokens[at - 1]?.key === 'of' ? tokens[at - 2] : undefined;
  return whole && WHOLES.test(whole.key) ? whole.text : null;
}

/** "Deaths linked to the virus fell to 11,194 from 19,629", "The number of complaints rose to 400". */
export function changedSubject(tokens: readonly Token[], at: number, to: number): string | null {
  if (!standsAlone(tokens, to)) return null;
  const subject = subjectAt(tokens);
  if (subject === null) return null;
  const verb = tokens.findIndex((token, index) => index > subject && index < subject + FAR && CHANGES.test(token.key));
  if (verb < 0 || verb >= at || verb < at - FAR - 4) return null;
  const between = tokens.slice(verb + 1, at);
  const isPlain = between.every(({ kind, key }) => kind !== 'word' || BETWEEN.test(key));
  const isOne = between.filter(({ key }) => /^(?:to|from|by)$/.test(key)).length < 3;
  return isPlain && isOne ? itemAt(tokens, subject).text.toLowerCase() : null;
}

const BETWEEN =
  /^(?:to|from|by|of|a|an|the|in|at|last|this|year|month|week|peak|high|low|record|more|less|fewer|than|nearly|almost|about|around|just|over|under|below|above|some|only|and|than)$/;

/** The place of what opens the sentence and is counted: "Deaths …", "The number of homes …". */
function subjectAt(tokens: readonly Token[]): number | null {
  const from = tokens[0]?.key === 'the' ? 1 : 0;
  const isNumber = /^(?:number|total)$/.test(tokens[from]?.key ?? '') && tokens[from + 1]?.key === 'of';
  for (let at = isNumber ? from + 2 : from; at < from + 5; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || isFunctionWord(token)) return null;
    if (COUNTED.test(token.key) || (isNumber && /[a-z]{3}s$/.test(token.key))) return at;
  }
  return null;
}

/** Nothing that could be counted follows the number: its sentence or clause goes on without a noun. */
export function standsAlone(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  return (
    next === undefined || next.kind === 'mark' || next.key === 'last' || (isFunctionWord(next) && next.key !== 'of')
  );
}
