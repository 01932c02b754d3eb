// Which words can be what is counted: plurals, measures, sorts; and which are verbs. Pure.
import { IRREGULAR_PASTS } from './irregular-pasts.ts';
import type { Token } from './tokens.ts';

const PLURALS_WITHOUT_S = new Set(
  'people men women children pence police troops percent cattle sheep fish personnel staff data media aircraft feet mice teeth geese oxen lice vertebrae larvae algae antennae pupae nebulae alumnae formulae phyla criteria bacteria phenomena strata fungi alumni nuclei stimuli cacti genera salmon deer bison trout offspring spacecraft headquarters species'.split(
    ' ',
  ),
);
/** Before another plural they say of what sort it is: "police officers", "staff members". */
export const SORTS = new Set('police staff media data aircraft personnel'.split(' '));
export const COMPOUND =
  /^(?:teachers|sports|savings|arms|sales|goods|drugs|customs|communications|operations|accounts|systems|jobs|securities|benefits|futures|bonds|women|men|children|girls|boys|veterans|students|players|workers|farmers|lawyers|doctors|nurses|firefighters|arts|letters|weapons|narcotics|trades|careers|rights|parts|foods|games|sciences|electronics)$/;
/** "Iraqis", "taxis": these are plurals in spite of their ending. */
const PLURALS_IN_IS =
  /^(?:iraqis|israelis|pakistanis|bangladeshis|saudis|yemenis|omanis|kuwaitis|qataris|emiratis|nepalis|somalis|azerbaijanis|punjabis|bengalis|gujaratis|houthis|nazis|cedis|yazidis|rabbis|taxis|skis|bikinis|kiwis|alibis|safaris|tsunamis)$/;
const NO_PLURAL = /(?:ss|us|is|ous)$/;
/** What happened to those who are counted, where it stands for them. */
export const COUNTED_STATES = /^(?:dead|wounded|injured|missing|sick|ill|homeless|infected|unemployed|displaced)$/;
/** Singular measures, and wholes that are counted one by one in figures of speech. */
export const MEASURES =
  /^(?:percent|degree|kilo|ton|tonne|metre|meter|mile|kilometre|kilometer|centimetre|centimeter|millimetre|millimeter|kilogram|acre|hectare|litre|liter|gallon|barrel|pound|ounce|inch|foot|yard|cent|euro|dollar|rupee|yen|rouble|ruble|peso|franc|naira|taka|ringgit|kwacha|baht|rand|yuan|renminbi|kyat|riel|birr|rupiah|dirham|rial|riyal|dinar|kron[ae]|kroner|kronor|zloty|forint|lira|lire|hryvnia|tenge|leva|koruna|shilling|cedi|shekel|pula|kina|afghani|quetzal|crore|lakh|crew|infantry|cavalry|livestock|poultry|horsepower|[kmc]?m|[km]?g|mg|lbs?|oz|ft|mph|km\/h|kph|[kmg]wh?|[kmg]?hz|[kmgt]b|hrs?|mins?|secs?|bn|ha|sqm|ppm|ppb|teu|dwt|bpd|bps?|psi|rpm|bpm|[mt]w|kw|mah|d?b|cc|hp|m[lb]ps|[mcd]l)$/;
export const SPANS = /^(?:second|minute|hour|day|night|week|month|year|decade|century)$/;
/** What stands behind a hyphen and is no measure: "two-way", "50-odd", "three-fold", "1980-style", "four-legged". */
export const NOT_MEASURED =
  /^(?:way|fold|odd|plus|ish|something|somethings|style|like|era|type|based|related|up|down|off|out|all|a|an|and|or|to|in|by|on|for|of|the|figures?|thirds?|quarters?|half|fifths?|tenths?|hundred|thousand|million|billion|trillion|dozen|tone|stroke|wheel|wheeler|ply|plex|faced|timer|over|under|onto|one|two|three|four|five|six|seven|eight|nine|ten|zero)$/;
/** "40 said", "10 declined": verbs that end like no past. */
const VERBS =
  /^(?:says?|said|died|dies|fled|flee|left|leave|were|was|came|come|came|hit|remain|survive|declines?|agree)$/;

/** A word that says what somebody did rather than who is counted. */
export function isVerb({ key }: Token): boolean {
  return VERBS.test(key) || (IRREGULAR_PASTS.has(key) && !/^(?:cut|set|hit)$/.test(key)) || isRegularPast(key);
}

function isRegularPast(key: string): boolean {
  return (
    /[a-z]{2}ed$/.test(key) &&
    !key.includes('-') &&
    !/^(?:armed|masked|alleged|suspected|wounded|injured|displaced|infected|unemployed|registered|confirmed|reported|detained|elected|hundred|unidentified|unarmed|uniformed|hooded|seasoned|skilled|trained|retired|convicted|qualified|affected|estimated|married|marked|ruined|damaged|abandoned|bed|seed|weed|shed|sled|steed|breed|feed)$/.test(
      key,
    )
  );
}

export function isPlural(token: Token): boolean {
  return (
    PLURALS_WITHOUT_S.has(token.key) ||
    /(?:children|men|women|people|folk)$/.test(token.key) ||
    PLURALS_IN_IS.test(token.key) ||
    (/[a-z]{2}s$/.test(token.key) && !NO_PLURAL.test(token.key))
  );
}
