// The verbs by which English hands a sentence over to somebody, by how sure a sign they are.

const words = (text: string) => text.split(/\s+/);

/** Verbs of saying, as they stand in a dictionary. They take a sentence, a "that" or a quotation. */
const SAYING = words(
  `say tell add ask reply answer respond explain note announce declare state claim argue insist warn admit acknowledge
  concede confirm deny assert maintain contend allege report reveal disclose remark comment observe suggest stress
  emphasise emphasize reiterate repeat recall quip joke whisper shout yell cry exclaim mutter continue conclude complain
  promise vow pledge predict testify write tweet post read calculate caution counter retort point recount relate profess proclaim
  pronounce affirm attest aver aver swear boast brag lament urge demand propose recommend advise assure remind inform
  notify signal indicate imply hint speculate estimate forecast project quote cite describe call
  dub label characterise characterize refer accuse blame criticise criticize condemn denounce praise hail applaud
  slam blast mock ridicule decry deride dismiss reject rebuke dispute refute rebut question challenge
  sigh theorise theorize hypothesise hypothesize surmise gush snap growl groan sob moan chuckle bemoan
  endorse defend tout thank apologise apologize congratulate discuss mention address outline detail summarise summarize
  specify elaborate clarify joke opine muse ponder plead beg implore order instruct command request invite
  threaten accuse charge agree disagree object protest rule find conclude testify vouch portray depict liken echo rail
  lambast lambaste chide scold admonish grumble gripe fume advocate champion reference highlight underscore underline
  document downplay chastise exhort chant deplore berate castigate commend laud concur posit confess fret scoff intone
  recite relay speak talk`,
);

/** Verbs of thinking, knowing, feeling and wanting: the sentence after them is somebody's, not the article's. */
const THINKING = words(
  `think believe know feel hope fear worry expect want wish plan intend aim seek consider regard view see suspect assume
  presume doubt wonder understand realise realize recognise recognize imagine guess reckon figure decide conclude
  determine learn discover find hear remember forget anticipate favour favor support oppose back prefer like dislike
  love hate admire respect resent regret welcome accept refuse decline hesitate try hope desire envision envisage
  foresee dream trust appreciate value mean`,
);

/** Verbs by which papers and figures speak: "records show". */
const SHOWING = words('show indicate suggest find reveal confirm demonstrate prove estimate say report state note');

const IRREGULAR: Record<string, string[]> = {
  say: ['says', 'said', 'saying'],
  tell: ['tells', 'told', 'telling'],
  write: ['writes', 'wrote', 'written', 'writing'],
  read: ['reads', 'read', 'reading'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  think: ['thinks', 'thought', 'thinking'],
  know: ['knows', 'knew', 'known', 'knowing'],
  feel: ['feels', 'felt', 'feeling'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  seek: ['seeks', 'sought', 'seeking'],
  find: ['finds', 'found', 'finding'],
  hear: ['hears', 'heard', 'hearing'],
  understand: ['understands', 'understood', 'understanding'],
  mean: ['means', 'meant', 'meaning'],
  forget: ['forgets', 'forgot', 'forgotten', 'forgetting'],
  foresee: ['foresees', 'foresaw', 'foreseen', 'foreseeing'],
  show: ['shows', 'showed', 'shown', 'showing'],
};

const DOUBLED = new Set([
  'admit',
  'plan',
  'quip',
  'refer',
  'rebut',
  'prefer',
  'regret',
  'beg',
  'slam',
  'dub',
  'snap',
  'sob',
  'concur',
  'nod',
  'grin',
  'chat',
]);

/** The forms of a verb, the plain one included. */
function formsOf(verb: string): string[] {
  const irregular = IRREGULAR[verb];
  if (irregular) return [verb, ...irregular];
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const stem = DOUBLED.has(verb) ? verb + verb.slice(-1) : verb;
  const s = /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, s, `${stem}ed`, `${stem}ing`];
}

const formsOfAll = (verbs: string[]) =>
  new Map(verbs.flatMap((verb) => formsOf(verb).map((form) => [form, verb] as const)));

/** From every form to its verb: "denied" → "deny". */
export const SAYING_FORMS = formsOfAll(SAYING);
export const THINKING_FORMS = formsOfAll(THINKING);
export const SHOWING_FORMS = formsOfAll(SHOWING);

/** The plainest ones in the past and present: after a quotation nothing else is expected of a name and one of these. */
export const ANNOUNCING_VERBS = new Set(
  words(
    'say add ask reply answer respond explain continue insist warn write tell joke shout cry exclaim argue complain point quip remark',
  ).flatMap((verb) => formsOf(verb).filter((form) => form !== verb && !form.endsWith('ing'))),
);

/** Verbs of the face and the voice: they speak only right behind a quotation ("“A goal is a goal,” he laughed"). */
export const MANNER_FORMS = formsOfAll(
  words(
    `laugh smile grin shrug nod wince beam sniff weep bark hiss murmur mumble stammer scream screech interject intervene
    enthuse gasp purr roar thunder sneer smirk drawl croak wail giggle scowl`,
  ),
);

/** Nouns that carry somebody's sentence: "the claim that …", "a warning of …". */
export const SAYING_NOUNS = new Set(
  words(
    `claim statement allegation accusation assertion report warning suggestion promise pledge vow announcement admission
    argument belief view opinion hope fear concern prediction denial demand call comment remark declaration contention
    complaint conclusion assessment estimate testimony proposal plan criticism recommendation charge rumour rumor
    insistence acknowledgement acknowledgment feeling idea notion finding findings evidence theory`,
  ),
);

/** Forms that are nouns at least as often; they count as verbs only where a statement follows. */
export const NOUNS_TOO = new Set(
  words(
    `report reports claim claims comment comments demand demands plan plans promise promises charge charges view views hope
    hopes fear fears love quote quotes label labels project projects address addresses detail details question questions
    challenge challenges attack attacks rule rules order orders command commands request requests support supports desire
    desires estimate estimates forecast forecasts mention mentions figure figures value mean means state states note notes
    point points outline outlines remark remarks counter counters doubt doubts dream dreams trust regret regrets praise
    blame dispute disputes reply replies answer answers warning finding findings feeling meaning saying vow vows pledge
    pledges recall judge offer offers wish wishes respect back like find call calls mock blast slam cry shout joke jokes
    boast attempt aim aims fault reference references highlight highlights document documents chant chants talk talks worry worries wonder wonders advocate advocates champion champions vote votes echo echoes rail`,
  ),
);

/** Small words that belong to the verb before them: "called for", "pointed out". */
export const TAKES_PARTICLE = new Map<string, string[]>([
  ['call', ['for', 'on', 'upon']],
  ['point', ['out', 'to']],
  ['warn', ['of', 'about', 'against']],
  ['complain', ['of', 'about']],
  ['apologise', ['for']],
  ['apologize', ['for']],
  ['refer', ['to']],
  ['object', ['to']],
  ['agree', ['with', 'to', 'on']],
  ['think', ['of', 'about']],
  ['boast', ['of', 'about']],
  ['hint', ['at']],
  ['vouch', ['for']],
  ['hope', ['for']],
  ['worry', ['about']],
  ['hear', ['of', 'about']],
  ['joke', ['about']],
  ['speculate', ['about', 'on']],
  ['elaborate', ['on']],
  ['comment', ['on']],
  ['speak', ['of', 'about']],
  ['talk', ['of', 'about']],
]);

/** Verbs that hand nothing over without such a word. */
export const NEEDS_PARTICLE = new Set(['speak', 'talk']);

/** Verbs that name first to whom: "told reporters that". */
export const TAKES_ADDRESSEE = new Set(
  words(
    'tell inform remind assure notify convince persuade ask warn advise urge beg implore order instruct command invite',
  ),
);

/** Verbs that do something by saying it: with a thing as their object they are acts of office or of will, not reports. */
export const ACTING_VERBS = new Set(
  words(
    `rule order propose reject accept refuse agree announce threaten charge blame support oppose back welcome endorse
    promise vow pledge demand urge call ask request instruct command invite thank congratulate apologise apologize attack
    mock question challenge defend discuss mention address hail praise applaud condemn criticise criticize accuse
    decline protest sign maintain refer speak talk answer plead liken`,
  ),
);

/** Verbs of everyday use that report only where a clause follows: "found that", but "found the keys". */
export const NEEDS_CLAUSE = new Set(
  words(
    `see find hear know learn discover read mean remember forget figure guess imagine prove try miss consider understand
    realise realize determine decide back value like trust recall feel view assume rate`,
  ),
);

/** Verbs of perceiving and knowing: in the perfect and without a clause they tell what was gone through ("has seen no fire"). */
export const PERCEIVING_VERBS = new Set(words('see find hear know learn discover read remember forget feel'));
