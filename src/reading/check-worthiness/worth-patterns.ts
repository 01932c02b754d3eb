// Turns of phrase that speak for checking a sentence or against it, in lower case.

export const COMPARED =
  /\b(?:(?:more|less|fewer|higher|lower) (?:[a-z-]+ ){1,3}than|compared (?:to|with)|twice (?:as|the)|times (?:as|more|the|higher|larger)|(?:second|third|fourth|fifth|next)[- ](?:highest|lowest|largest|biggest|best|worst|most))\b/;
export const UTMOST =
  /\b(?:in (?:the|our|american|its|modern|living) (?:history|memory)|in history|in the (?:world|country|nation|region|continent)|on earth|ever|for the first time|the only|the first|rank(?:s|ed|ing)?|number one|record (?:high|low|number|level)|unprecedented|since records began)\b/;
export const UP_OR_DOWN =
  /\b(?:is|are|was|were|be|been|'s|go|goes|went|gone|going) (?:[a-z]+ )?(?:up|down)\b(?! (?:to|in the|on))/;
/** A life, not a quantity. */
export const GREW_UP = /\bgr(?:ew|ow|ows|own|owing) up\b/;
export const SINCE_WHEN =
  /\b(?:since|compared (?:to|with)|than (?:in|before|under|when)|year on year|under (?:president|my|his|her|this|the last))\b/;
export const PERIOD =
  /\b(?:since|years?|decades?|months|centur(?:y|ies)|generations?|in (?:[a-z]+ )?(?:history|memory)|ever|on record)\b/;
export const CAUSED =
  /\b(?:because|due to|thanks to|owing to|as a result|result(?:s|ed|ing)? (?:in|from)|led to|leads to|leading to|caus(?:e|es|ed|ing)(?: by)?|triggered|sparked|blamed (?:for|on)|brought about|responsible for|prevent(?:s|ed)|forced|which is why|linked to|lowers|stems? from)\b/;

export const PLANS =
  /\b(?:plan|plans|planned|planning|intends?|aims?|hopes?|expects?|expected|going|set|due|wants?|vows?|vowed|pledges?|pledged|promises?|promised|proposes?|ready|determined|trying|have|has|ought|likely) to\b/;
export const OPENS_PLAN =
  /^(?:would|will|should|must|need|let|let's|want|i'll|we'll|i'd|we'd|ought|may|might|going|hope|won't|shall)$/;
export const IN_MY_VIEW =
  /\b(?:in (?:my|our) (?:view|opinion|judgment|judgement|heart|mind)|if you ask me|as far as i'm concerned)\b/;
export const OF_THE_TALK =
  /\b(?:let me (?:tell|say|ask|be|finish|respond|answer|just|explain|start|begin|add|also)|talk(?:ing)? about|(?:next|my|your|first|last|final|the) question|your (?:response|rebuttal|turn|time)|(?:two|one|\d) minutes?|seconds? to|move on|go ahead|come back to|moderator|i'll say|i would say|i'd say|as i said|tonight's debate|opening statement)\b/;
export const OF_ONES_OWN =
  /\bmy (?:(?:own|late|dear|little|older|younger) )?(?:mother|father|mom|mum|dad|parents?|wife|husband|sons?|daughters?|brothers?|sisters?|child|children|kids|grand[a-z]+|famil(?:y|ies)|friends?|uncles?|aunts?|cousins?|heart|life|dream|faith|god|job here)\b|\b(?:when|since) (?:i|we) (?:was|were) (?:(?:a|just|only|still|very|little|young) )*(?:boys?|girls?|kids?|child|children|young|little|small|born|growing up|at school)\b|\bi (?:grew up|was (?:born|raised))\b/;
/** "I was against the war", "she never supported it", "he has always opposed the deal". */
export const STOOD =
  /\b(?:i|he|she|you|they|senator|governor|opponent|party) (?:(?:was|were|have been|has been|had been) (?:always |never |totally |strongly )?(?:against|opposed to|in favou?r of)|(?:have |has |had )?(?:never|always) (?:supported|opposed|backed|voted|favou?red)|(?:did not|didn't) (?:support|oppose|back|vote))\b/;
const ADVERB = '(?:now |really |also |actually )?';
const WANTS =
  "(?:wants?|don't want|do not want|doesn't want|does not want)(?! to (?:know|say|be|see|hear|talk|make sure|thank)) ";
const GOING_TO =
  "(?:is |are |'re |'s )?(?:going to|gonna) (?:raise|cut|end|take|give|repeal|abolish|tax|double|ban|close|spend|let) ";
const STANDS_FOR =
  "(?:is |are |'re |'s )?(?:raising|cutting|ending|for|against|in favou?r of|opposed to) (?:the|a|an|your|our|taxes|all|any) ";
/** "She wants to raise taxes", "you're for a ban": what another is said to be after; "we want" is a wish. */
export const OTHERS_AIM = new RegExp(
  `\\b(?:(?:he|she|they|you)(?:'re|'s| is| are)? ?${ADVERB}(?:${WANTS}|${GOING_TO}|${STANDS_FOR})|(?:senator|governor|president|secretary|opponent|party|democrats|republicans|plan) (?:[a-z]+ )?${WANTS})`,
);
/** "That's not true", "totally wrong": one of the two is not so. */
export const CONTRADICTS =
  /^(?:no |well |but |and |look |that |it |this |what |he |she |is |was |'s |that's |it's |this is |which is |totally |absolutely |simply |just |not |completely |so |a )*(?:wrong|false|untrue|true|accurate|a lie|lie|correct)(?: (?:what|that) [a-z ]+)?$/;
/** "They didn't pay", "the bank wasn't told": as much so or not so as a deed; of himself the speaker alone may know. */
export const NOT_DONE = /(?<!(?:^| )i) (?:didn't|did not|wasn't|weren't|hadn't) [a-z]/;
/** "I met a woman in Ohio", "we visited a family": whom nobody can find. */
export const ANECDOTE =
  /\b(?:i|we)(?:'ve| have)? (?:met|talked|spoke|spoken|visited|remember|heard from|got a letter|sat down)\b|\bi was (?:in|at|with|talking)\b/;
export const ORDERS =
  /^(?:please )?(?:stir|add|mix|bake|pour|chop|drain|serve|heat|cook|click|tap|scroll|subscribe|download|follow|watch|listen|read|see|visit|contact|sign|join|share|imagine|consider|remember|note|look|call|email|turn|take|make|keep|tell|give|ask|stop|support|vote) (?:the|an?|your|our|us|me|this|these|that|here|more|for|to|it|up|at|them|him|her|in|on)\b/;
/** "That ballast let it feed": a thing done, and no call to do one. */
export const LET_BEHIND = /[a-z']{2,} [a-z']+ (?:he |she |they |it )?let (?!me\b|us\b|alone\b)/;
/** "Storm Edda live: latest as wind hits": what a page is, and no news yet. */
export const LIVE_PAGE = /\blive (?:updates|blog|latest|coverage|reaction)\b|\blatest (?:updates|news|as)\b/;
/** "Nobody wanted it", "no one likes it": nothing that a case could refute. */
export const UNWANTED =
  /\b(?:nobody|no one|none)(?: [a-z]+)? (?:want(?:s|ed)?|like[sd]?|needs?|needed|expect(?:s|ed)?|wish(?:es|ed)?|deserves?|knows?|knew)\b/;
/** "Her husband", "survived by two daughters", "the youngest of seven": what only a family knows. */
export const OF_FAMILY =
  /\b(?:survived by|(?:youngest|eldest|oldest) of [a-z0-9]+ (?:children|brothers|sisters|siblings|sons|daughters)|years of marriage|(?:his|her|their) (?:late )?(?:husband|wife|mother|father|parents|widow|widower|grandmother|grandfather|fiancée?|childhood))\b/;
export const CONDITION = /^(?:and |but |so |even )?(?:if|unless|suppose|supposing|imagine|assuming)\b/;

/** Handed on with nobody named who stands behind it; "was supposed to" is a duty. */
export const PASSED_ON =
  /\b(?:is|are|was|were|been|being) (?:also |still |[a-z]+ly )?(?:(?:said|believed|thought|understood|rumou?red|reported|alleged|suspected|presumed) to|suspected of)\b/;
/** Among whom a rank is held; a stretch of time is another sign. */
export const RANK_FIELD =
  /\b(?:in (?:the|this|our|any) (?:whole |entire )?(?:world|country|nation|state|city|county|region|continent|province|republic|union|industry|league|hemisphere|district|parliament)|of (?:any|all)(?: the| our)? [a-z]+|on (?:earth|the continent)|anywhere|nationwide|worldwide)\b/;
export const ONLY_ONE =
  /\bthe only (?!one|ones|thing|things|way|ways|reason|question|people)(?:[a-z-]+ ){1,3}(?:in the|of|that|which|who|to|without|with)\b/;
export const NONE_AT_ALL =
  /\b(?:nobody|no one|no-one|none of|not (?:one|a single)|neither of|nowhere|no (?:[a-z-]+ ){1,3}(?:has|have|had|was|were|ever)|never(?! (?:been|felt) (?:more|so|better|prouder|happier)))\b/;
/** To somebody's face; "as you said" only picks up the thread. */
export const YOU_SAID =
  /^(?:and |but |so |well |no |yet |senator |governor )*you(?:'ve|'d| have| had| once| also| yourself| just)? (?:said|told|promised|pledged|vowed|claimed|wrote|called|denied|admitted|insisted|announced|declared)\b/;
export const RECKONED =
  /(?<!\b(?:i|we) )\b(?:would|will|could) (?:[a-z]+ly )?(?:cost|costs|save|raise|add|cut|create|destroy|eliminate|push|leave|lower|double|triple|reduce|increase)\b/;
