// All sign-off checks, in the order of their numbers.
import type { Check } from '../check.ts';
import { allRead } from './r01-all-read.ts';
import { allDone } from './r02-all-done.ts';
import { sourcesRetraceable } from './r03-sources-retraceable.ts';
import { twoFirstSources } from './r04-two-first-sources.ts';
import { primarySource } from './r05-primary-source.ts';
import { interestNoted } from './r06-interest-noted.ts';
import { lookedAgainst } from './r07-looked-against.ts';
import { replyOffered } from './r08-reply-offered.ts';
import { quotationsFound } from './r09-quotations-found.ts';
import { copiesSaved } from './r10-copies-saved.ts';
import { readSecond } from './r11-read-second.ts';
import { accountsSettled } from './r12-accounts-settled.ts';
import { asItRan } from './r13-as-it-ran.ts';
import { nothingConfidential } from './r14-nothing-confidential.ts';
import { fixesIn } from './r15-fixes-in.ts';
import { restsOnSomething } from './r16-rests-on-something.ts';
import { clearedByLegal } from './r17-cleared-by-legal.ts';
import { anonymityExplained } from './r18-anonymity-explained.ts';
import { suggestionsCounted } from './r19-suggestions-counted.ts';
import { agrees } from './r20-agrees.ts';

export const CHECKS: readonly Check[] = [
  ...[allRead, allDone, sourcesRetraceable, twoFirstSources, primarySource, interestNoted, lookedAgainst],
  ...[replyOffered, quotationsFound, copiesSaved, readSecond, accountsSettled, asItRan, nothingConfidential],
  ...[fixesIn, restsOnSomething, clearedByLegal, anonymityExplained, suggestionsCounted, agrees],
];
