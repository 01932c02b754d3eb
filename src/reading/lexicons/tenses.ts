// By which words Spanish, French, German and Portuguese say what lies behind or ahead. Pure.
import type { TenseWords } from './lexicon.ts';

type TenseOf = TenseWords['tenseOf'];

/** Of what ends a clause in its own tense: undefined for no verb, null for one that leaves it open. */
const byForms =
  (behind: RegExp, ahead: RegExp, open: RegExp): TenseOf =>
  (word) =>
    open.test(word) ? null : behind.test(word) ? 'past' : ahead.test(word) ? 'future' : undefined;

const esForms = byForms(
  /^(?:fue(?:ron)?|era|eran|estaban?|habían?|hubo|iban?|tenían?|hizo|hicieron|dijo|dijeron|vino|vinieron|puso|pusieron|tuvo|tuvieron|estuvo|estuvieron|pudo|quiso|supo|trajo|dio|dieron|vio|vieron|\p{L}{2,}(?:ó|aron|ieron|jeron|aban?))$/u,
  /^(?:\p{L}{2,}r(?:á|án|é|emos)|prevén?|planean?|próxim[oa]|previst[oa]s?|programad[oa]s?)$/u,
  /^\p{L}{2,}[aei]rían?$/u,
);
const ptForms = byForms(
  /^(?:foi|foram|era|eram|estavam?|tinham?|haviam?|fez|fizeram|disse|disseram|veio|vieram|teve|tiveram|esteve|estiveram|pôde|quis|deu|deram|viu|viram|\p{L}{2,}(?:ou|aram|eram|iram|avam?)|(?!museu|europeu|liceu|judeu)\p{L}{2,}[bcdlmnprtv]eu|\p{L}{2,}iu)$/u,
  /^(?:(?!verão)\p{L}{2,}r(?:á|ão|emos)|devem?|prevê(?:em)?|previst[oa]s?|marcad[oa]s?|agendad[oa]s?|próxim[oa])$/u,
  /^\p{L}{2,}[aei]ria[ms]?$/u,
);
const frForms = byForms(
  /^(?:était|étaient|avait|avaient|fut|furent|eut|\p{L}{2,}èrent)$/u,
  /^(?:(?!extra|infra|intra|ultra)\p{L}*(?:[eid]|[dtv]|r|u)ra|\p{L}{2,}ront|doit|doivent|prévue?s?|attendue?s?|prochaine?)$/u,
  /^\p{L}{2,}r(?:ait|aient)$/u,
);

const ES_DONE = /(?:[ai]do|ído|to|cho|sto)$/;
const PT_DONE = /(?:[ai]do|ído|to)s?$/;
const FR_DONE = /(?:é|ée|és|ées|i|ie|is|it|ite|u|ue|us|ert|ort|eint)$/;
const FR_MOVED =
  /^(?:arriv|part|mort|décéd|né|venu|revenu|devenu|tomb|entr|sorti|rest|all|rentr|survenu|intervenu|parvenu)/;

const es: TenseOf = (word, rest) => {
  if (/^(?:ha|han)$/.test(word)) return ES_DONE.test(rest[0] ?? '') ? 'past' : undefined;
  if (/^(?:va|van)$/.test(word)) return rest[0] === 'a' ? 'future' : undefined;
  return esForms(word, rest);
};
const pt: TenseOf = (word, rest) => {
  if (/^(?:tem|têm|há)$/.test(word)) return PT_DONE.test(rest[0] ?? '') ? 'past' : undefined;
  if (/^(?:vai|vão)$/.test(word)) return /r$/.test(rest[0] ?? '') ? 'future' : undefined;
  return ptForms(word, rest);
};
const fr: TenseOf = (word, rest) => {
  const done = rest.slice(0, 3).find((each) => !/^(?:pas|été|aussi|déjà|également|t|il|elle)$/.test(each)) ?? '';
  if (/^(?:a|ont)$/.test(word)) return rest[0] === 'été' || FR_DONE.test(done) ? 'past' : undefined;
  if (/^(?:est|sont)$/.test(word))
    return FR_MOVED.test(done) ? 'past' : /^(?:prévu|attendu|programm)/.test(done) ? 'future' : null;
  if (/^(?:va|vont)$/.test(word)) return /(?:er|ir|re)$/.test(rest[0] ?? '') ? 'future' : undefined;
  return frForms(word, rest);
};

const DE_DONE =
  /^(?:(?:\p{L}+)?ge\p{L}{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter)\p{L}{3,}(?:t|en)|\p{L}+iert|worden)$/u;
/** With "ist": it is over. "Ist gesperrt" may last. */
const DE_MOVED =
  /(?:storben|kommen|gangen|fallen|stiegen|sunken|stürzt|flohen|landet|startet|gleist|treten|worden|wesen|passiert|schehen|brochen|unglückt|explodiert|schienen|troffen|fahren|flogen|wachsen)$/;
const DE_BEHIND =
  /^(?:wurden?|war|waren|hatten?|kam|kamen|ging|gingen|gab|gaben|fiel|fielen|stieg|stiegen|starb|starben|begann|begannen|fand|fanden|schloss|verlor|gewann|traf|trafen|stand|lag|ließ|nahm|schrieb|sprach|rief|verließ|sagten?|erklärten?|teilten?|kündigten?|bestätigten?|berichteten?|forderten?|meldeten?|stürzten?|ereignete|startete|endete|dauerte|machten?|brachten?|konnten?|mussten?|wollten?)$/;

const de: TenseOf = (word, rest) => {
  const last = rest.at(-1) ?? '';
  if (/^(?:hat|haben)$/.test(word)) return DE_DONE.test(last) ? 'past' : null;
  if (/^(?:ist|sind)$/.test(word)) {
    if (/^(?:geplant|vorgesehen|angesetzt|erwartet|terminiert)$/.test(last)) return 'future';
    return DE_MOVED.test(last) ? 'past' : null;
  }
  if (/^(?:soll|sollen|will|wollen|muss|müssen)$/.test(word)) return /^(?:haben|sein)$/.test(last) ? 'past' : 'future';
  if (/^(?:wird|werden)$/.test(word)) return /^(?:haben|sein)$/.test(last) ? null : 'future';
  if (/^(?:werde|würden?|könnten?|sollten?|müssten?|dürften?|möchten?|hätten?|wären?)$/.test(word)) return null;
  if (/^(?:plant|planen|kommenden|nächsten|geplant\p{L}*)$/u.test(word)) return 'future';
  return DE_BEHIND.test(word) ? 'past' : undefined;
};

export const TENSES: Readonly<Record<'es' | 'fr' | 'de' | 'pt', TenseWords>> = {
  es: { since: /^desde$/, until: /^hasta$/, that: /^(?:que|quien|cuando|donde)$/, tenseOf: es },
  fr: { since: /^depuis$/, until: /^jusqu/, that: /^(?:que|qu|qui|quand|où|dont)$/, tenseOf: fr },
  de: { since: /^seit$/, until: /^bis$/, that: /^(?:dass|ob|wenn|weil)$/, tenseOf: de },
  pt: { since: /^desde$/, until: /^até$/, that: /^(?:que|quem|quando|onde)$/, tenseOf: pt },
};
