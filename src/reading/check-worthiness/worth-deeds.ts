// Whether a sentence tells of a deed, a plan or a change, and whose. Pure.
import type { Facts } from './worth-facts.ts';
import {
  CONDITION,
  GREW_UP,
  OF_ONES_OWN,
  OPENS_PLAN,
  OTHERS_AIM,
  PERIOD,
  PLANS,
  SINCE_WHEN,
  UP_OR_DOWN,
} from './worth-patterns.ts';
import { hasNamedTime, opensWith, tellsOfSomebody } from './worth-questions.ts';
import { chargesWithWords, holdsState, isLaidDown, isReckoned } from './worth-states.ts';

/** Wished, planned or supposed, and nothing done in it: no record of it can exist, and no before and after. */
export function isAhead(facts: Facts): boolean {
  return CONDITION.test(facts.phrase) || (facts.pasts === 0 && isPlanned(facts));
}

export function isPlanned(facts: Facts): boolean {
  const isAim = facts.counts.modals > 0 && !isLaidDown(facts);
  return (isAim || PLANS.test(facts.phrase)) && !chargesWithWords(facts) && !OTHERS_AIM.test(facts.phrase);
}

export function opensAhead(facts: Facts): boolean {
  return opensWith(facts, OPENS_PLAN) && !isReckoned(facts) && !isLaidDown(facts) && !chargesWithWords(facts);
}

/** A headline is short by trade; an act laid to somebody, or what they hold, needs no more room. */
export function isFilled(facts: Facts): boolean {
  return facts.place === 'headline' || holdsState(facts) || (isDeed(facts) && isOfOffice(facts));
}

export function changes(facts: Facts): boolean {
  return (
    (facts.counts.changes > (GREW_UP.test(facts.phrase) ? 1 : 0) || UP_OR_DOWN.test(facts.phrase)) && !isAhead(facts)
  );
}

export function isOverPeriod({ reading, phrase }: Facts): boolean {
  return reading.times.length > 0 || PERIOD.test(phrase);
}

export function isSinceWhen(facts: Facts): boolean {
  return hasNamedTime(facts) || SINCE_WHEN.test(facts.phrase);
}

export function isDeed(facts: Facts): boolean {
  return facts.pasts > 0 && tellsOfSomebody(facts) && !OF_ONES_OWN.test(facts.phrase);
}

export function isOfOffice({ counts }: Facts): boolean {
  return counts.acts > 0 || counts.accusations > 0;
}
