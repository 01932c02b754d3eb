// Short forms written with a full stop, by what the stop can mean.

const set = (words: string) => new Set(words.split(' '));

/** Something always follows: the stop after "Mr" or "vs" never ends a sentence. */
export const NEVER_LAST = set(
  'mr mrs ms mx messrs dr drs prof profs rev fr hon pres gov govs lt sgt capt cmdr cpl col gen gens maj brig adm pvt sen ' +
    'sens rep reps supt insp det amb atty asst assoc mt vs viz cf eg ie approx esp incl mgr mme mlle dept univ intl natl',
);

/** Only a number makes them short forms: "p. 55", "No. 10", "fig. 3", "Jan. 6"; but "He said no. Then he left." */
export const BEFORE_NUMBERS = set(
  'p pp no nos n° nr art arts sec sect fig figs ch chap chs vol vols para paras ed eds op cl pt pts ver app eq ref ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec tel ext',
);

/** They may stand last: the stop ends a sentence when what follows reads like the start of one. */
export const SOMETIMES_LAST = set(
  'co inc ltd corp bros llc plc jr sr esq etc al ave blvd rd hwy bldg apt st ft ca dept est med misc hr hrs mins lb lbs ' +
    'oz sq km kg mph phd md v',
);

/** As above, but only with a capital: names of states, months and days that are also words in lower case. */
export const SOMETIMES_LAST_CAPITAL = set(
  'Ala Ariz Ark Calif Colo Conn Dak Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn ' +
    'Tenn Tex Va Vt Wash Wis Wyo Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun',
);

/** What may follow "5 p.m." and still belong to the time. */
export const AFTER_A_TIME = set(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September ' +
    'October November December GMT UTC BST EST EDT ET CST CDT CT MST MDT MT PST PDT PT CET CEST IST Eastern Central Pacific',
);

/** Short forms of Spanish, French, German and Portuguese, for the texts that Intl.Segmenter cuts after them. */
export const ABROAD = set(
  'sr sra srta dra ud uds vd vds pág págs núm av avda ee ff jj admón aprox art arts cap depto dña excmo fdo fig gral lic ing arq mons ' +
    'prof profa pdte fa co sto sta tel tfno izq dcha m mm mme mmes mlle mlles me mgr dr drs pr vol chap env éd fasc hab apr bd ste cf janv févr ' +
    'avr juil sept oct nov déc hr hrn fr frl dipl bzw evtl ggf inkl exkl zzgl vgl nr str st abs ca sog geb gest verh jh jhd bspw ' +
    'allg bes betr bundesr gen max min mind rd ugs urspr vors jan feb mär okt dez aug exmo exma eng dep gov pres min sen des min n.º',
);

/** Sizes that are cut short: a word follows, unless a new sentence begins. */
export const SIZES_ABROAD = set('mio mrd tsd mill bill mds mls');
