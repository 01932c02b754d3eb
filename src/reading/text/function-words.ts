// The small words of English: they start sentences and name nobody.

export const PRONOUNS = new Set(
  'i you he she it we they this that these those there who what which me him her us them himself herself itself themselves myself yourself ourselves one someone somebody anyone anybody everyone everybody nobody something anything everything nothing'.split(
    ' ',
  ),
);

export const DETERMINERS = new Set(
  'the a an this that these those my your his her its our their some any no every each all both many much more most several few another other such either neither whose what which half'.split(
    ' ',
  ),
);

export const PREPOSITIONS = new Set(
  'in on at by for from with without within to of off into onto over under above below between among amid across through throughout during before after since until till against about around near behind beside besides beyond despite except inside outside like unlike per plus towards toward upon via versus along alongside as'.split(
    ' ',
  ),
);

export const CONJUNCTIONS = new Set(
  'and but or nor so yet for because although though while whereas if unless when whenever where wherever than whether once since until as'.split(
    ' ',
  ),
);

export const AUXILIARIES = new Set(
  "is are was were be been being am has have had having do does did will would shall should can could may might must ought isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't cannot couldn't mightn't mustn't".split(
    ' ',
  ),
);

const ADVERBS = new Set(
  'not never also just still even only then now here there however therefore thus hence moreover furthermore meanwhile nevertheless nonetheless instead otherwise indeed perhaps maybe again already always often sometimes soon later earlier today yesterday tomorrow tonight how why when where yes no well please too very quite rather almost'.split(
    ' ',
  ),
);

const EVERY_CLASS = [PRONOUNS, DETERMINERS, PREPOSITIONS, CONJUNCTIONS, AUXILIARIES, ADVERBS];

/** Every word of the closed classes, in lower case. */
export const FUNCTION_WORDS = new Set(EVERY_CLASS.flatMap((words) => [...words]));
