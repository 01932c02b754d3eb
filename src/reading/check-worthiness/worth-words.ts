// Words that make a sentence worth checking, or not, as a desk sees it:
// what a reader would be misled by if it were wrong.

const listed = (text: string) => text.trim().split(/\s+/);
const words = (text: string) => new Set(listed(text));

/** The regular forms of a verb; its last letter is doubled where the list writes it with a plus ("rob+": "robbed"). */
function formsOf(entry: string): string[] {
  const verb = entry.replace('+', '');
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const stem = entry.endsWith('+') ? verb + verb.slice(-1) : verb;
  const s = /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, s, `${stem}ed`, `${stem}ing`];
}

/** Verbs in all their regular forms, and beside them words that stand as they are. */
const verbsAnd = (verbs: string, others: string) => new Set([...listed(verbs).flatMap(formsOf), ...listed(others)]);

/** Something became more or less: the commonest claim about public life, and the easiest to get wrong. */
export const CHANGES = verbsAnd(
  `increase raise climb soar surge jump expand double triple quadruple drop+ decline decrease slump plunge reduce
  slash lower halve gain create eliminate worsen improve widen narrow slow accelerate swell dwindle tumble rocket skyrocket
  spike dip+ erode strengthen weaken multiply recover rebound deteriorate stagnate outpace outnumber plummet exceed boost
  shorten lengthen devalue`,
  `rise rises rose risen rising grow grows grew grown growing growth fall falls fell fallen falling shrink shrinks shrank
  shrunk shrinking reduction reductions cut cuts cutting lose loses lost losing loss losses hike hikes boom upturn downturn
  outstrip outstripped`,
);

/** What befalls people and places: deaths, wounds, attacks, disasters. */
export const HARM = verbsAnd(
  `kill murder wound injure attack bomb shell rape assault abuse torture kidnap+ stab+ massacre execute poison starve
  evacuate destroy damage wreck invade infect drown crash collapse derail explode displace besiege ambush strangle behead burn flood`,
  `die dies died dying dead death deaths injury injuries casualty casualties fatality fatalities victim victims explosion
  explosions blast blasts shot shots shoot shoots shooting shootings hostage hostages killer killers murderer murderers
  fire fires earthquake outbreak outbreaks epidemic famine missing invasion invasions airstrike airstrikes strike strikes
  terrorism terrorist terrorists violence genocide atrocity atrocities suicide suicides overdose overdoses wildfire
  wildfires destruction`,
);

/** Guilt: what nobody may be called or charged with wrongly. */
export const ACCUSATIONS = verbsAnd(
  `accuse bribe rob+ cheat arrest detain jail imprison indict prosecute convict sue plagiarise plagiarize embezzle launder
  smuggle traffic falsify forge harass violate conceal defraud blackmail deceive mislead betray threaten intimidate
  discriminate rig+ swindle evade`,
  `trafficked trafficking misled stole steals steal stolen stealing theft thefts lied lies liar liars lying guilty charged
  sentenced prison lawsuit lawsuits fraud frauds corruption corrupt bribery illegal illegally unlawful unlawfully criminal
  criminals culprit scandal scandals wrongdoing misconduct negligence negligent racist racism perjury treason cover-up
  coverup kickback kickbacks nepotism plagiarism hid hidden collusion colluded complicit scam hoax`,
);

/** Acts of office, on record somewhere: votes, laws, contracts, rulings, jobs taken and left. */
export const ACTS = verbsAnd(
  `vote veto enact approve ratify repeal ban+ sponsor authorise authorize appoint nominate elect resign dismiss hire deploy
  negotiate support oppose endorse block impose abolish amend adopt privatise privatize nationalise nationalize pardon
  deport extradite expel+ overturn invest award suspend cancel merge acquire outlaw legalise legalize subsidise subsidize
  regulate deregulate`,
  `signed signs vetoes passed passes ruled introduced ordered sacked fired launched founded closed opened withdraw withdrew
  withdrawn sent agreed backed funded spend spends spent paid pays buys bought sells sold won wins beat defeated released
  published cancelled filed testified proposed proposes led ran served built  scrapped rejected rejects blocked
  upheld lifted extended graduated joined quit retired`,
);

/** Things that offices count and govern: where they stand, there is a table or a text of law to look the sentence up in. */
export const COUNTED = words(
  `tax taxes taxation taxpayers taxpayer budget budgets deficit deficits debt debts surplus economy economic growth
  recession inflation unemployment unemployed employment jobs wage wages income incomes salary salaries poverty welfare
  pension pensions benefits insurance uninsured medicare medicaid healthcare premiums prices price cost costs rent rents
  housing trade exports imports export import tariffs tariff manufacturing factories factory
  industry industries oil gas energy coal electricity emissions carbon pollution temperature temperatures climate
  crime crimes immigrants immigration immigrant migrants refugees asylum visas border borders deportation deportations
  troops soldiers military army navy missile missiles weapon weapons nuclear war wars defense defence spending
  subsidies election elections turnout votes voters ballot ballots majority
  percentage rate rates average median population households birth births students pupils schools teachers teacher school
  colleges college tuition education health workers union unions farmers farms farm agriculture revenue revenues profits
  profit sales loans loan mortgage mortgages banks bank market markets stocks investment investments treaty treaties
  sanctions law laws legislation bill bills amendment constitution regulation regulations court courts patients doctors
  nurses hospital hospitals guns gun contract contracts agreement agreements infrastructure railways veterans
  prisons prisoners inmates`,
);

/** Somebody points at a paper or a count that can be fetched. */
export const PAPERS = words(
  `study studies report reports survey surveys poll polls data statistics figures census research researchers scientists
  experts economists analysis audit audits records documents document memo memos email emails e-mail e-mails transcript
  footage testimony evidence indictment estimate estimates filings autopsy leaked`,
);

/** What people swallow, catch or are cured by: a reader may act on it with their own body. */
export const HEALTH = words(
  `vaccine vaccines vaccination vaccinated vaccinations virus viruses cancer cancers tumour tumours tumor tumors diabetes
  dementia autism asthma stroke strokes infection infections infected disease diseases symptoms dose doses drug drugs
  medicine medicines medication pill pills therapy treatment treatments cure cures cured toxic carcinogenic contaminated
  pregnancy pregnant antibiotics opioid opioids vitamin vitamins supplement supplements obesity smoking asbestos pesticide
  pesticides measles malaria cholera influenza flu hiv aids`,
);

/** Passed on by somebody who does not stand behind it. */
export const HEARSAY = words(
  `allegedly alleged reportedly apparently supposedly purportedly rumoured rumored rumour rumor rumours rumors unconfirmed
  anonymous anonymously so-called purported supposed`,
);

/** How many of them all: a sentence that says so can be counted out, and one case to the contrary breaks it. */
export const QUANTIFIERS = words(
  'all every everybody everyone nobody none never always most majority half whole entire zero ever nowhere everywhere neither',
);

/** Verbs that hand a statement over to somebody: was it said, and is it so? */
export const REPORTING = words(
  `said says told tells claimed claims argued argues insisted insists warned warns promised promises pledged pledges vowed
  vows admitted admits acknowledged acknowledges conceded concedes denied denies confirmed confirms stated maintained
  maintains contended contends alleged alleges announced announces declared declares revealed reveals disclosed testified
  testifies suggested suggests predicted predicts estimated boasted boasts reported tweeted tweets called calls wrote writes
  added adds according replied explained asserted asserts blamed blames`,
);

/** Hopes, duties and plans: nothing that is so or not so yet. */
export const MODALS = words(
  `will would shall should must ought might may could let let's need needs gonna won't wouldn't shouldn't mustn't i'll we'll
  you'll he'll she'll it'll they'll i'd we'd you'd he'd she'd they'd that'll there'll`,
);

/** The speaker looks into himself: with "I" or "we" before them. */
export const MUSINGS = words(
  `think thought believe feel felt hope guess suppose want wanted wish like love loved hate wonder doubt imagine understand
  mean prefer fear worry trust respect admire appreciate agree disagree care dream pray proud glad happy sorry grateful
  sure confident afraid honored honoured worried excited delighted pleased thankful humbled thrilled convinced optimistic`,
);

/** Praise and blame of no measure. */
export const JUDGEMENTS = words(
  `good great best wonderful terrific fantastic tremendous beautiful lovely amazing incredible nice fine proud happy sad bad
  terrible horrible awful dreadful wrong right important critical crucial essential vital tough smart wise foolish stupid
  silly fair unfair honest decent moral immoral shameful disgraceful outrageous absurd ridiculous brilliant excellent superb
  magnificent marvellous marvelous remarkable extraordinary stunning charming boring ugly dangerous disastrous catastrophic
  irresponsible reckless better worse greatest finest really very truly values faith spirit honor honour courage vision
  leadership destiny soul dignity heroic inspiring impressive perfect exciting`,
);

/** What people say to one another, not about the world. */
export const COURTESIES = words(
  `thank thanks hello hi welcome please sorry congratulations okay ok yeah applause laughter crosstalk excuse goodnight
  goodbye bye bless gentlemen ladies sir ma'am madam hey oh wow cheers greetings farewell pardon`,
);

/** Light, weather and mood, which set a scene. */
export const SCENERY = words(
  `mood atmosphere tense silence silent quiet quietly calm mild chilly sunny cloudy misty mist drizzle breeze sunshine
  sunlight sunset sunrise twilight dusk sky skies horizon shadows glow glowed scent smell shimmering gleamed glittered snow
  smoke wind breath candles birdsong whispered murmured`,
);

/** Words that end like a past form and are none. */
export const NO_PASTS = words(
  'hundred need indeed speed seed breed feed weed exceed proceed succeed embed aged wicked sacred naked hatred kindred bleed greed tired interested concerned worried excited committed dedicated convinced scared confused pleased supposed unprecedented beloved rugged crooked ragged',
);

/** Bodies that do things and can be asked about them; persons are known by their roles. */
export const DOERS = words(
  `government parliament congress senate house council company companies firm bank army navy police court ministry commission
  agency administration party union board group club team university church regime opposition authorities militia troops
  soldiers gunmen rebels department office hospital school city state country airline corporation opponent museum
  foundation charity college newspaper broadcaster theatre library hotel landlord monastery diocese`,
);
