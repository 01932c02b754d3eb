// The articles of the measured desk that verbs make: one to be copied, that of the table, and a long one.
import { takeArticleIn } from '#src/articles/commands.ts';
import type { VerdictMeaning } from '#src/claims/claim.ts';
import { type Actor, type Context, systemContext } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { itemAt } from '#src/item-at.ts';
import { openDesk } from '#src/people/desks/commands.ts';
import { addPerson } from '#src/people/persons/commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { checkClaim, type Hands, inParagraphs } from '../check-claim.ts';
import { longArticle } from '../long-article.ts';

export const PASSWORD = 'ink before the presses roll';
export const READER = 'ben@newsroom.example';

const AT = '2026-03-12T16:20:00.000Z';
const SOURCES = 20;
const MEANINGS: VerdictMeaning[] = ['ok', 'wrong', 'disputed'];

export interface Cast extends Hands {
  desk: { id: string; slug: string };
}

/** A desk with two reviewers. */
export async function hire(db: Db): Promise<Cast> {
  const ctx = systemContext(db, AT);
  const desk = await openDesk(ctx, { name: 'City desk', time_zone: 'UTC', language: 'en' });
  const hired = async (email: string, display_name: string): Promise<Context> => {
    const joins = { desk: desk.slug, role: 'reviewer' as const };
    const { id } = await addPerson(ctx, { email, display_name, password: PASSWORD, is_administrator: false, joins });
    const actor: Actor = { kind: 'person', id, display_name, is_administrator: false };
    return { db, actor, at: AT };
  };
  return { desk, checker: await hired(READER, 'Ben Okafor'), second: await hired('cleo@newsroom.example', 'Cleo') };
}

/**
 * Takes in an article of twice as many sentences as claims; each claim has two uses of sources, a verdict and, of ten, eight are
 * read by a second reader, one waits for that and one is in work. Every second one has a speaker.
 */
export async function takeCheckedIn(
  cast: Cast,
  headline: string,
  claims: number,
): Promise<{ id: string; number: number }> {
  const { checker, desk } = cast;
  const marked = Array.from({ length: claims }, (_, index) => {
    const said = index % 2 === 0 ? '' : ', a spokesman of the port authority said';
    return `The harbour office counted ${index + 2} boats at pier ${index + 2} on Monday${said}.`;
  });
  const spare = marked.map((_, index) => `At quay ${index + 2} the guards found ${index + 3} crates without a label.`);
  const article = await takeArticleIn(checker, desk.slug, { headline, body: inParagraphs([...marked, ...spare]) });
  const verdicts = await listVerdicts(checker.db, desk.id);
  for (let number = 1; number <= claims; number += 1) {
    const meaning = itemAt(MEANINGS, number % 3);
    const verdict = verdicts.find((one) => one.meaning === meaning)?.id ?? '';
    await check(cast, { article: article.id, number, verdict, meaning });
  }
  return article;
}

/** Takes a text of so many bytes in; nobody has opened it yet. */
export async function takeLongIn({ checker, desk }: Cast, bytes: number): Promise<number> {
  const body = longArticle(bytes).join('\n\n');
  return (await takeArticleIn(checker, desk.slug, { headline: 'All that the storm took', body })).number;
}

interface Check {
  article: string;
  number: number;
  verdict: string;
  meaning: VerdictMeaning;
}

function check(cast: Cast, { article, number, verdict, meaning }: Check): Promise<void> {
  const in_work = number % 10 === 0;
  return checkClaim(cast, {
    ...{ article, number },
    selection: { sentence: number + 1, words: '' },
    is_key: number % 20 === 0,
    sources: [number, number + 7].map((use) => `https://tarn.example/log-${use % SOURCES}`),
    ...(in_work
      ? {}
      : {
          verdict: { id: verdict, meaning, ...(number % 2 === 0 ? { attribution: 'fair_paraphrase' as const } : {}) },
        }),
    is_offered: meaning !== 'ok',
    is_closed: number % 10 !== 5,
  });
}
