// Small words of each language by which figures and days are said to belong together, in English words. Pure.

/** A phrase in small letters, and the English one that means the same between two figures; tried in order. */
export type Link = readonly [RegExp, string];

/** As whole words only. */
const link = (phrase: string, english: string): Link => [
  new RegExp(`(?<![\\p{L}])(?:${phrase})(?![\\p{L}])`, 'gu'),
  english,
];
const SIGN = String.raw`\{[a-z]\d+\}`;

/** "De 40 a 50", "von 40 Booten auf 50": from the one to the other. */
const fromTo = (from: string, articles: string, to: string): Link => [
  new RegExp(
    `(?<![\\p{L}])(?:${from}) (?:(?:${articles}) )?(${SIGN}[^{}.;:,]{0,30}?) (?:${to}) (?:(?:${articles}) )?(?=\\{)`,
    'gu',
  ),
  'from $1 to ',
];
/** Before a figure alone. */
const before = (phrase: string, english: string): Link => [
  new RegExp(`(?<![\\p{L}])(?:${phrase}) ?(?=\\{)`, 'gu'),
  english,
];

export const ES_LINKS: Link[] = [
  link('(?:se )?(?:subi(?:ó|eron)|aument(?:ó|aron)|creci(?:ó|eron)|increment(?:ó|aron))', 'rose'),
  link('(?:se )?(?:baj(?:ó|aron)|cay(?:ó|eron)|descendi(?:ó|eron)|disminuy(?:ó|eron)|redujo|redujeron)', 'fell'),
  link('(?:se )?duplic(?:ó|aron)', 'doubled'),
  link('(?:se )?triplic(?:ó|aron)', 'tripled'),
  before('una? (?:\\p{L}+ )?(?:subida|aumento|alza|incremento|crecimiento) (?:del?|de una?)', 'an increase of '),
  before('una? (?:\\p{L}+ )?(?:caída|descenso|bajada|reducción|disminución|baja) (?:del?|de una?)', 'a fall of '),
  fromTo('de|desde', 'los|las|unos|unas|el', 'al?|hasta'),
  link('de (?:los|las) (?:cuales|que)|de ell[oa]s', 'of whom'),
  link('(?:entre|de) (?:ell[oa]s|los que|las que|los cuales|las cuales)|incluid[oa]s?|incluyendo', 'including'),
  link('en (?:total|conjunto)', 'in total'),
  link('un total de', 'a total of'),
  link('es decir|o sea|lo que (?:supone|representa|equivale a)|equivalentes? a', 'or'),
  link('más que', 'more than'),
  link('menos que', 'fewer than'),
  before('de (?:entre )?(?:los|las)', 'of the '),
  before('de', 'of '),
  [/(?<![\p{L}])(?:un|el) ?(?=\{[pq])/gu, ''],
  link('y|e', 'and'),
  link('o', 'or'),
  link('después|más tarde', 'later'),
  before('entre', 'between '),
  before('durante', 'for '),
];

export const FR_LINKS: Link[] = [
  before('(?:augmenté|progressé|grimpé|crû|bondi|augmentent?|augmentait) de', 'rose by '),
  before('(?:baissé|chuté|reculé|diminué|baissent?|baissait) de', 'fell by '),
  link('doublé', 'doubled'),
  link('triplé', 'tripled'),
  before("une? (?:\\p{L}+ )?(?:hausse|augmentation|progression|croissance) (?:de|d[’'])", 'an increase of '),
  before("une? (?:\\p{L}+ )?(?:baisse|chute|recul|diminution|réduction) (?:de|d[’'])", 'a fall of '),
  fromTo('(?:passant )?de|depuis', 'les', "à|jusqu[’']à"),
  link('dont|parmi (?:lesquels|lesquelles|eux|elles)|y compris', 'including'),
  link('au total|en tout', 'in total'),
  link('un total de', 'a total of'),
  link("soit|c[’']est-à-dire|ce qui représente", 'or'),
  link('de plus que', 'more than'),
  link('de moins que', 'fewer than'),
  before('des|sur (?:les)?|de (?:ces|ses|leurs)', 'of the '),
  before('de', 'of '),
  link('et', 'and'),
  link('ou', 'or'),
  link('plus tard', 'later'),
  before('entre', 'between '),
  before('pendant|durant', 'for '),
];

export const DE_LINKS: Link[] = [
  link('(?:stieg|wuchs|kletterte|erhöhte sich)(?:en)?', 'rose'),
  link('(?:sank|fiel|schrumpfte|verringerte sich)(?:en)?', 'fell'),
  link('verdoppelte(?:n)? sich', 'doubled'),
  link('verdreifachte(?:n)? sich', 'tripled'),
  before('um', 'by '),
  before('ein(?:en)? (?:\\p{L}+ )?(?:plus|anstieg|zuwachs) von', 'an increase of '),
  before('ein(?:en)? (?:\\p{L}+ )?(?:minus|rückgang) von', 'a fall of '),
  fromTo('von|vom', 'den|dem', 'auf|bis|bis zu|bis zum'),
  link('darunter', 'including'),
  link('davon', 'of them'),
  before('insgesamt|zusammen', 'a total of '),
  link('insgesamt|zusammen|im ganzen', 'in total'),
  link('das (?:sind|waren|ist|entspricht)|also|sprich', 'or'),
  link('mehr als', 'more than'),
  link('weniger als', 'fewer than'),
  before('von (?:den|ihren|seinen|allen)|der', 'of the '),
  before('von', 'of '),
  link('und', 'and'),
  link('oder', 'or'),
  link('später|danach', 'later'),
  link('lang', 'long'),
  before('zwischen', 'between '),
];

export const PT_LINKS: Link[] = [
  link('(?:subi|aument|cresc)(?:u|ou|eu|iram|aram|eram)', 'rose'),
  link('(?:ca|ba?ix|diminu|reduz|encolh)(?:iu|ou|eu|íram|iram|aram|eram)', 'fell'),
  link('duplic(?:ou|aram)|dobr(?:ou|aram)', 'doubled'),
  link('triplic(?:ou|aram)', 'tripled'),
  before('uma? (?:\\p{L}+ )?(?:subida|aumento|alta|crescimento) de', 'an increase of '),
  before('uma? (?:\\p{L}+ )?(?:queda|descida|redução|diminuição|baixa) de', 'a fall of '),
  fromTo('de|desde', 'os|as', 'para|até|a'),
  link('d[oa]s quais', 'of whom'),
  link('entre (?:eles|elas|os quais|as quais)|incluindo|incluíd[oa]s', 'including'),
  link('no total|ao tod[o]|no conjunto', 'in total'),
  link('um total de', 'a total of'),
  link('ou seja|isto é|o que (?:representa|equivale a)', 'or'),
  link('(?:a )?mais (?:do )?que', 'more than'),
  link('(?:a )?menos (?:do )?que', 'fewer than'),
  before('d[oa]s|dentre [oa]s', 'of the '),
  before('de', 'of '),
  [/(?<![\p{L}])(?:um|o) ?(?=\{[pq])/gu, ''],
  link('e', 'and'),
  link('ou', 'or'),
  link('depois|mais tarde', 'later'),
  before('entre', 'between '),
  before('durante', 'for '),
];

/** The words of a sentence with signs for its figures, with English words between them. */
export function linkedInEnglish(words: string, links: readonly Link[]): string {
  return links
    .reduce((text, [phrase, english]) => text.replace(phrase, english), words)
    .replace(/\s+/g, ' ')
    .replace(/\bor, (?=\{)/g, 'or ');
}
