// Words that make a sentence worth checking, or not, by what they do in it. Written from the desk's point of view:
// what a reader would be misled by if it were wrong.

const words = (text: string) => new Set(text.split(/\s+/));

/** Something became more or less: the commonest claim about public life, and the easiest to get wrong. */
export const CHANGES = words(
  `rise rises rose risen rising increase increases increased increasing raise raises raised raising grow grows grew grown
  growing climb climbed climbing soar soared soaring surge surged jump jumped expand expanded double doubled doubling
  triple tripled tripling quadruple quadrupled fall falls fell fallen falling drop drops dropped dropping decline declined
  declining decrease decreased decreasing shrink shrank shrunk slump slumped plunge plunged collapse collapsed reduce
  reduces reduced reducing reduction cut cuts cutting slash slashed lower lowered halve halved lose loses lost losing gain
  gained gains create created creating creates add added adds eliminate eliminated exceed exceeded reach reached worsen
  worsened improve improved balanced`,
);

/** Harm and guilt: what nobody may be accused of wrongly. */
export const HARM = words(
  `kill killed kills killing killings murder murders murdered die died dies dead death deaths dying wound wounded injure
  injured injuries casualties victims attack attacks attacked bomb bombed bombing bombs explosion blast shot shooting
  shootings shoot rape raped assault assaulted abuse abused torture tortured kidnap kidnapped hostage hostages arrest
  arrested arrests detain detained jail jailed imprisoned prison sentenced convicted guilty charged indicted sued lawsuit
  accused fraud corruption corrupt bribe bribes bribed steal stole stolen theft lie lied lies lying illegal illegally
  criminal criminals crime crimes violated violation destroyed destroy damage damaged invade invaded invasion war wars
  collapse crash crashed fire flood earthquake outbreak infected disease evacuated missing terrorist terrorists terrorism
  violence violent threat threatened nuclear weapons weapon`,
);

/** Acts of office, on record somewhere: votes, laws, contracts, jobs taken and left. */
export const ACTS = words(
  `vote voted votes voting sign signed signs veto vetoed pass passed passes enact enacted approve approved approves
  ratify ratified repeal repealed ban banned bans ruled ruling rejects rejected introduced sponsored sponsor authorized
  authorised order ordered appoint appointed nominate nominated elected resign resigned fire fired hire hired launch
  launched found founded close closed open opened announce announced withdraw withdrew withdrawn deploy deployed sent
  send negotiate negotiated agreed support supported supports oppose opposed opposes endorse endorsed endorses block
  blocked fund funded funds spend spent spends spending paid pay pays buy bought sell sold invest invested award awarded
  won win wins beat defeated released published blocked suspended cancelled canceled merged acquired filed
  testified proposed proposes led opposed run ran served gave given took taken brought built made`,
);

/** Things that offices count and govern: where they stand, there is a table to look the sentence up in. */
export const COUNTED = words(
  `tax taxes taxpayers taxpayer budget budgets deficit deficits debt surplus economy economic growth recession inflation
  unemployment unemployed employment jobs job wage wages income incomes salary salaries poverty welfare pension pensions
  benefits insurance uninsured medicare medicaid healthcare premiums prices price cost costs trade exports imports
  export import tariffs tariff manufacturing factories factory companies company corporations businesses oil gas energy
  coal emissions carbon pollution temperature crime immigrants immigration immigrant refugees border deportation troops
  soldiers military army missile missiles defense defence spending program programs budget election elections votes
  voters poll polls majority percentage rate rates average population households families students schools teachers
  workers union farmers farms tons dollars dollar million billion trillion revenue revenues profits profit sales loans
  mortgage mortgages banks bank treaty sanctions sanction law laws legislation bill bills amendment record records
  statistics data study studies report reports survey census patients doctors hospitals drug drugs vaccine guns gun deal deals agreement agreements regulation
  regulations industry industries market markets investment investments stock steel visas asylum abortion abortions climate
  healthcare infrastructure subsidies contract contracts health education college colleges tuition veterans embargo drilling
  reserves loan credit rights constitution court courts district districts industrial agriculture farm farmer`,
);

/** How many of them all: a sentence that says so can be counted out. */
export const QUANTIFIERS = words(
  `all every everybody everyone nobody none never always most majority half many few several only first last single entire whole zero times`,
);

export const CAUSES = words(
  'because due caused causes cause causing led leads resulted results result triggered thanks therefore consequently prevented forced',
);

/** Hopes, duties and plans: nothing that is so or not so yet. */
export const MODALS = words(
  "will would shall should must ought might may could can won't wouldn't shouldn't couldn't can't cannot let let's need needs going gonna 'll i'll we'll they'll he'll she'll it'll you'll i'd we'd",
);

/** The speaker looks into himself, or asks to be believed. */
export const MUSINGS = words(
  'think believe feel hope guess suppose want wish like love hate wonder doubt mean know understand imagine hopefully perhaps maybe probably',
);

/** Praise and blame of no measure. */
export const JUDGEMENTS = words(
  `good great best wonderful terrific fantastic tremendous beautiful amazing incredible nice fine proud happy sorry sad bad
  terrible horrible awful wrong right important critical crucial strong stronger tough smart wise clear fair unfair
  serious real really very simply better worse greatest dangerous disastrous ridiculous honest moral values freedom hope
  dream dreams faith spirit honor honour courage vision leadership`,
);

/** What people say to one another, not about the world. */
export const COURTESIES = words(
  `thank thanks hello hi welcome please sorry congratulations okay ok yes no yeah applause laughter crosstalk excuse
  goodnight goodbye bye bless gentlemen ladies sir ma'am hey oh wow sure absolutely listen look`,
);

/** Past forms that do not end in -ed: with them something happened. */
export const IRREGULAR_PASTS = words(
  `went came took gave made got saw knew found told left kept began brought built bought caught chose did drew fell fought
  flew grew held heard hit hurt led lost met paid ran rose sold sent shot spent spoke stole stood struck taught threw won
  wrote broke became had put cut set gone come taken given seen known done been begun written broken chosen fallen
  driven drove stolen sought thought slept shook hid forgot forgave froze sank swore tore wore woke beaten beat blew bound
  bled bred burnt dealt dug drank ate fed fled hung laid lay lent lit rang sang swam swept swung understood withdrew`,
);
