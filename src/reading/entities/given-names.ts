// Given names that tell whether "he" or "she" can be meant; those that tell nothing are not here. Pure.

const set = (words: string) => new Set(words.split(/\s+/));

const HERS = set(
  `mary anna anne ann anja amy alice amanda andrea angela barbara beth betty brenda carol caroline catherine christina christine
  claire clara claudia cynthia deborah debra denise diana donna dorothy elena elizabeth ella emily emma esther eva evelyn fatima
  frances gloria grace hannah heather helen helena hillary ingrid irene iris isabel isabella jacqueline jane janet janice
  jennifer jessica joan joanna josephine joyce judith julia julie karen kate katherine kathleen kathryn kim kimberly laura
  lena leila linda lisa lucia lucy lydia magdalena margaret maria marie marilyn marta martha megan melanie melissa michelle
  monica nadia nancy natalie natasha nicole nina nora olga olivia pamela patricia paula rachel rebecca rosa rose ruth sabine
  samantha sandra sara sarah sharon shirley sofia sonia sophie stephanie susan susanne sylvia teresa theresa tina ursula
  vanessa vera veronica victoria virginia yasmin zoe aisha amina khadija zainab mariam layla soraya shabnam ilse jana lale petra
  katarina ivana milena svetlana tatiana yulia ekaterina mei yuki sakura priya anjali sunita lakshmi indira
  abigail adele agnes agnieszka aino aisling alexandra alicia alina aoife astrid audrey aurora beatrice beatriz belen bianca
  birgit brigitte bridget camila camille carla carmen cecilia celia chiara chloe clementine cornelia dagmar daniela daphne
  delphine dolores edith eleanor eleonora elisa elise ellen elsa erika erin estelle eugenie eunice fiona florence francesca
  franziska freya frida gabriela georgia gertrude gisela greta gudrun hanne hedwig heidi helga henrietta hilda ida inge inez
  ingeborg isabelle ivy jasmine jill jocelyn josefina juliet juliette karin karina kirsten kristina leonie lillian lilly louise
  lucie lucy luisa magda maja marcela margot margarita mariana marina marlene matilda maud mercedes mila miriam mireille mona
  muriel myriam nadine naomi natalia nell nellie noor noemi odile oona paola penelope petronella philippa pilar polly renata
  rita roberta rosalind rosie ruby sally sanna serena sigrid silvia simone siobhan solveig stella susana tamara tanja tove
  trudy ulrike ursel valentina valeria valerie violeta vivian wilhelmina winnie yvette yvonne zofia`,
);

const HIS = set(
  `adam ahmad ahmed alan albert alexander ali amir andre andrew anthony antonio arthur benjamin bernard bill bob brian bruce carl
  carlos charles christopher colin craig daniel david dennis dieter dmitri donald douglas edward emmanuel eric ernest
  frank franz fred frederick gary george gerald giovanni graham greg gregory hamid hans harold harry hassan heinrich henry
  howard hugh hussein ian ibrahim igor ivan ivo jack jacob james jason jeffrey jeremy jerry jim joe john jonathan jorge jose
  joseph juan karl keith ken kenneth kevin khalid klaus lars larry lawrence leonard luis magnus mahmoud marco mario mark martin
  matthew michael miguel mike mohammad mohammed muhammad mustafa nathan nicholas nikolai norman oliver omar oscar osman
  otto owen pablo pascal patrick paul pavel pedro peter philip philippe pierre qari rafael ralph ramon raymond richard robert
  roger roland ronald roy russell samuel scott sergei simon stefan stephen steve steven stuart theodore thomas timothy
  tom tony vladimir walter werner william yousef yusuf zalmay tooryalai waheed abdul abdullah karim rashid tariq wei hiroshi
  kenji raj rajesh sanjay vikram amit anil arjun deepak jonas emil ben
  aaron abel adrian alastair alberto alejandro alfred alfredo alvaro anders andreas andrei angus anselm anton archie arne
  arnold arturo axel barry bart bastian bertil bjorn boris brad bram brendan calum cedric cesar christian claude clemens clive
  cornelius curt cyril damian dan danilo darren declan derek desmond diego dirk dominic donal duncan dylan eamon edgar eduardo
  edwin eli elias elliot enrico enrique ernesto ethan eugene fabian felipe felix fergus fernando florian francisco francois
  gareth gavin geoffrey georg gerard gerd gilbert gilles giorgio glenn gordon gregor guido guillermo gunnar gus gustav hal
  harald hector heinz helmut herbert herman holger horst hugo hubert ignacio isaac ivor jaime jakob jared javier jens jerome
  joachim joaquin joel johan johann jonathon josef joshua julian jurgen kaspar kurt leo leon leopold liam lorenzo louis luca
  lucas ludwig lukas luke malcolm manuel marc marcel marcus mathieu matthias maurice max maximilian mehmet mick mikael mohamed
  moritz nate neil nick niels nigel noah olaf ole oleg olivier osvaldo paolo percy pete petter phil phillip pius rafe rainer
  ramiro raul reinhard rhys ricardo rob rodrigo rory rudolf rupert salvador samir santiago sean sebastian sepp silvio stanley
  stuart sven ted terence theo thierry thilo tobias todd tomas toby trevor tristan uwe ulf ulrich victor vincent viktor wayne
  wilhelm wolfgang xavier yannick yves zachary`,
);

export type Gender = 'she' | 'he' | null;

const HER_TITLES =
  /^(?:mrs|ms|miss|mme|madam|dame|lady|queen|princess|duchess|sister|chairwoman|spokeswoman|congresswoman|policewoman|councilwoman|actress|widow|wife|mother|daughter|aunt|niece)$/;
const HIS_TITLES =
  /^(?:mr|sir|lord|king|prince|duke|chairman|spokesman|congressman|policeman|councilman|actor|husband|father|son|brother|uncle|nephew|imam|fr)$/;

/** Who can be meant by a name or a role, as printed: "Ms. Vail", "Anna Vail", "a spokesman"; null where the words do not say. */
export function genderOf(printed: string): Gender {
  const words = printed
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  for (const word of words) {
    if (HER_TITLES.test(word)) return 'she';
    if (HIS_TITLES.test(word)) return 'he';
  }
  const [first] = /^\p{Lu}/u.test(printed) ? words : [];
  const given = words.find((word) => HERS.has(word) || HIS.has(word)) ?? first ?? '';
  if (HERS.has(given)) return 'she';
  return HIS.has(given) ? 'he' : null;
}
