// Names with a number in them, which counts nothing: "Channel 4", "Vostok 1", "the 747". Pure.
import type { Token } from '../text/tokens.ts';
import { unitAfter } from '../text/units.ts';

const NUMBERED =
  /^(?:ATR|CRJ|MD|ERJ|Dash|Embraer|Antonov|Tupolev|Cessna|Bombardier|Fokker|Sukhoi|Gulfstream|Learjet|FTSE|CAC|DAX|MDAX|TecDAX|IBEX|PSI|Nikkei|Stoxx|STOXX|Nasdaq|Russell|Fortune|Forbes|S&P|ASX|SMI|Seat|No|Nos|Number|Channel|Interstate|Flight|Route|Room|Article|Section|Chapter|Page|Highway|Boeing|Airbus|Apollo|Formula|Type|Grade|Level|Class|Group|Division|Unit|Platform|Gate|Phase|Tier|Part|Volume|Vol|Issue|Line|Terminal|Pier|Bus|Windows|Radio|BBC|Area|Proposition|Amendment|Resolution|Category|Stage|District|Ward|Zone|Sector|Episode|Season|Track|Lane|Exit|Junction|Building|Block|Apartment|Flat|Suite|Case|Title|Rule|Item|Figure|Table|Appendix|Clause|Annex|Schedule|Act|Bill|Form|Model|Mark|Series|Camp|Base|Post|Checkpoint|School|Hospital|Studio|Hall|Court|Vostok|Voskhod|Soyuz|Sputnik|Gemini|Artemis|Voyager|Pioneer|Luna|Ariane|Falcon|Shenzhou|Chandrayaan|Mariner|Skylab|Salyut|Tiangong|Venera|Starship|iPhone|PlayStation|Xbox|Android|War|Bowl|Day|Week|Round|Reactor)$/;

/** What comes in numbered kinds, in small letters, too: "type 2 diabetes", "near junction 14". */
export const KINDS =
  /^(?:category|type|phase|grade|tier|junction|platform|gate|clause|appendix|episode|chapter|stage)$/;

/** "No. 10", "Vostok 1", "page 12", "the 747": a name with a number in it counts nothing. */
export function isNumbered(tokens: readonly Token[], at: number): boolean {
  return isNamed(tokens, at) || (isJoinedTo(tokens, at) && isNamed(tokens, at - 2));
}

/** "Boeing 737-800": joined to the number before. */
function isJoinedTo(tokens: readonly Token[], at: number): boolean {
  const isNumber = /^\d{1,4}$/.test(tokens[at]?.text ?? '');
  return isNumber && tokens[at - 1]?.text === '-' && tokens[at - 1]?.start === tokens[at - 2]?.end;
}

function isNamed(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number') return false;
  // "Seat 14C" is no temperature.
  if (/^\d{1,3}[A-K]$/.test(token.text))
    return /^(?:seats?|row|gate|room|flat|unit|exit)$/.test(tokens[at - 1]?.key ?? '');
  if (!/^\d{1,4}$/.test(token.text)) return false;
  if (isAirliner(tokens, at)) return true;
  const before = tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1];
  if (!before) return false;
  return (
    NUMBERED.test(before.text) ||
    KINDS.test(before.text) ||
    /^(?:page|pages|chapter|paragraph|article|section|room)$/.test(before.text)
  );
}

/** "a 747", "the 737 Max", but neither "the 747 passengers" nor "the 747 who came". */
function isAirliner(tokens: readonly Token[], at: number): boolean {
  if (!/^7[0-8]7$/.test(tokens[at]?.text ?? '')) return false;
  const [before, next] = [tokens[at - 1]?.key ?? '', tokens[at + 1]];
  if (/^(?:max|dreamliner|jumbo)$/.test(next?.key ?? '') || before === 'a') return true;
  const isOne = /^(?:the|this|that|its|another)$/.test(before) && !/^(?:who|were|are|have|of)$/.test(next?.key ?? '');
  return isOne && unitAfter(tokens, at + 1) === null;
}
