// Whether four digits are a year or count something: "in 2011 officials" and "some 2000 people". Pure.
import { IRREGULAR_PASTS } from '../text/irregular-pasts.ts';

/** Behind these a year stands, whatever comes next. */
const YEAR_FOLLOWS =
  /(?:^|[^\p{L}])(?:in|since|by|until|till|from|during|before|after|early|late|mid|fiscal|year|years|the|this|that|its|their|his|her|our|[\p{L}]+['’]s|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?|(?:spring|summer|autumn|fall|winter|end|start|beginning|middle|january|february|march|april|may|june|july|august|september|october|november|december|half|quarter|months|class|elections?|crisis|laws?|acts?|treaty|accords?|agreement|constitution|census|ruling|war|budget|revolution|coup|crash|earthquake|tsunami|floods?|storms?) of)[ -]$/iu;
/** Behind these a count stands, whatever comes next. */
const COUNT_FOLLOWS =
  /(?:^|[^\p{L}])(?:at least|at most|more than|fewer than|less than|nearly|almost|roughly|approximately|up to|as many as|a total of|an estimated|only|another|all)[ ]$/iu;
/** What is compared with a year: "10% of 2000 levels". */
const OF_A_YEAR = /^ (?:levels?|prices|baselines?)(?!\p{L})/u;
const COUNT_MAY_FOLLOW = /(?:^|[^\p{L}])(?:some|about|around|over|under|of|and|or|with|for|to|than)[ ]$/iu;
const PLURAL =
  /^ (?:\p{Ll}+[- ])?(?:\p{Ll}{2,}s|people|men|women|children|schoolchildren|police|troops|dead|wounded|cattle|sheep|fish)\b/u;
/** Those whom the news counts, where nothing before the number says whether it counts. */
const COUNTED =
  /^ (?:\p{Ll}+ )?(?:people|men|women|children|schoolchildren|troops|police|dead|wounded|(?:soldier|civilian|prisoner|protester|demonstrator|worker|employee|student|pupil|teacher|resident|familie|household|house|home|job|vote|death|case|migrant|refugee|fighter|militant|rebel|officer|passenger|patient|voter|member|visitor|guest|animal|vehicle|car|dollar|euro|pound|rupee|mile|metre|kilometre|tonne|ton|acre|hectare|barrel|bed|firm|shop|school|boat|ship|town|village|building|tree|cow|ticket|seat|copie|companie|deal|club|painting|picture|book|item|page|bird)s)\b/u;

/** Whether the four digits at a place of a text count what follows them. */
export function countsThings(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  const after = text.slice(at + 4, at + 60);
  if (YEAR_FOLLOWS.test(before)) return false;
  if (COUNT_FOLLOWS.test(before)) return true;
  if (OF_A_YEAR.test(after)) return false;
  if (COUNT_MAY_FOLLOW.test(before)) return PLURAL.test(after);
  if (COUNTED.test(after)) return true;
  const verb = /(\p{Ll}+) $/u.exec(before)?.[1] ?? '';
  return (/[a-z]{2}ed$/.test(verb) || IRREGULAR_PASTS.has(verb)) && PLURAL.test(after);
}
