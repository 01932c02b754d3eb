// Acts a story out through the desk's own commands, with a clock that moves.
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { initialSentences } from '#src/claims/coverage/commands.ts';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { addContact } from '#src/contacts/contacts/commands.ts';
import type { Context } from '#src/context.ts';
import { nameOfDay } from '../day-name.ts';
import type { Hour, Story } from '../story.ts';
import { actsOfAccused } from './accused.ts';
import { actsOfClaim, numberOf, placeOf } from './claims.ts';
import { actsOfComplaint } from './complaints.ts';
import { actOfCopy } from './copies.ts';
import { actsOfLegal } from './legal.ts';
import { actOfOrigin } from './origins.ts';
import { actsOfOutside } from './outside.ts';
import { actsOfQuery } from './queries.ts';
import { actsOfQuestion } from './questions.ts';
import { actOfAnswer, actOfLettingStand, actOfRun, actsOfSigning } from './sign-off.ts';
import type { Act, Stage } from './stage.ts';

/** The stage for an article. `numbers` fills as the claims are marked. */
export async function stageOf(
  ctx: Context,
  article_id: string,
  rest: Omit<Stage, 'article_id' | 'text' | 'numbers'>,
): Promise<Stage> {
  const article = await getArticle(ctx, article_id);
  const { text } = await getVersionText(ctx.db, article);
  return { article_id, text, numbers: new Map(), ...rest };
}

/** Plays all acts in the order of their hours. Throws where words of the story do not stand in the article exactly once. */
export async function play(story: Story, stage: Stage): Promise<void> {
  for (const act of actsOf(story)) await act.run(stage);
}

/** All hours of a story, the last of which is played as just now. */
export function lastHourOf(story: Story): Hour {
  return actsOf(story).at(-1)?.at ?? '0:00';
}

/** Sorting keeps the order of acts of the same minute. */
function actsOf(story: Story): Act[] {
  const acts: Act[] = [
    ...story.claims.flatMap(actsOfClaim),
    ...story.ticks.map(({ words, by, at, note }) => ({
      at,
      run: (stage: Stage) =>
        tickWords(stage.ctxOf(by, at), stage.article_id, {
          selection: placeOf(stage.text, words.replace('{day}', nameOfDay(stage.yesterday))),
          note,
        }),
    })),
    ...story.initials.map(({ words, by, at }) => ({
      at,
      run: (stage: Stage) =>
        initialSentences(stage.ctxOf(by, at), stage.article_id, { selection: placeOf(stage.text, words) }),
    })),
    ...(story.questions ?? []).flatMap(actsOfQuestion),
    ...(story.queries ?? []).flatMap(actsOfQuery),
    ...(story.origins ?? []).map(actOfOrigin),
    ...(story.accused ?? []).flatMap(actsOfAccused),
    ...story.contacts.map(({ at, by, about, until, ...asked }) => ({
      at,
      run: (stage: Stage) =>
        addContact(stage.ctxOf(by, at), stage.article_id, {
          ...asked,
          claim_number: about === null ? null : numberOf(stage, about),
          at_words: stage.sayHour(at),
          until_words: until === '' ? '' : atQuarter(stage.sayHour(until as Hour)),
        }),
    })),
    ...(story.outside === undefined ? [] : actsOfOutside(story.outside)),
    ...actsToSign(story),
  ];
  return acts.sort((a, b) => minutesOf(a.at) - minutesOf(b.at));
}

/** What is done so that a report can go out, and after it did. */
function actsToSign(story: Story): Act[] {
  return [
    ...(story.copies ?? []).map(actOfCopy),
    ...(story.legal ?? []).flatMap(actsOfLegal),
    ...(story.answers ?? []).map(actOfAnswer),
    ...(story.let_stand ?? []).map(actOfLettingStand),
    ...(story.ran === undefined ? [] : [actOfRun(story.ran)]),
    ...(story.signed ?? []).flatMap(actsOfSigning),
    ...(story.complaints ?? []).flatMap(actsOfComplaint),
  ];
}

/** Answers are asked for by a quarter of the hour: "19:51" is said as "19:45". */
function atQuarter(hour: string): string {
  const [hours, minutes] = hour.split(':');
  return `${hours}:${String(Math.floor(Number(minutes) / 15) * 15).padStart(2, '0')}`;
}

/** "15:06" as minutes of the day. */
export function minutesOf(hour: Hour): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  return hours * 60 + minutes;
}
