// One sentence with all that can be done to it by plain forms.
import { gatherEvidence } from '#src/article-view/gather-evidence.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { NotFound } from '#src/errors.ts';
import { ON_CHECKERS_WORD } from '#src/evidence/evidence.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { may } from '#src/people/permissions.ts';
import { overlaps, type Place, placedRange, type Range } from '#src/reading/text/range.ts';
import { standing } from '../claim.ts';
import { whereOf } from '../coverage/page.ts';
import { shownLeftover } from '../coverage/unread-view.ts';
import { gatherArticle, type WorkbenchView, wouldCover } from '../gather-article.ts';
import { headOf, windowTitle } from '../head.ts';
import { markOf } from '../marks.ts';
import { drawnSentence } from './article-text-view.ts';
import { shownSource } from './proposed-sources-page.ts';
import { listedSuggestion } from './suggestions.ts';
import { timesSaid } from './time-words.ts';

/** The model of /articles/:id/sentences/:number. NotFound where there is no such sentence for this person. */
export async function sentencePage(ctx: Context, found: ArticleFound, number: string) {
  const gathered = await gatherArticle(ctx, found);
  const { article, ground, coverage, initials } = gathered;
  const sentence = ground.sentences.find((one) => String(one.number) === number);
  const covered = coverage.sentences.find((one) => one.number === sentence?.number);
  if (sentence === undefined || covered === undefined) throw new NotFound();
  const drawn = await drawnSentence(gathered, sentence.number);
  return {
    title: windowTitle(article, `Sentence ${number}`),
    nav: 'articles',
    where: article.desk_name,
    width: 'narrow',
    head: headOf(gathered, ctx.at, 'text'),
    number: sentence.number,
    last: ground.sentences.length,
    text: ground.text.slice(sentence.start, sentence.end),
    drawn: drawn?.words,
    dir: drawn?.dir ?? 'auto',
    place: whereOf(gathered, sentence),
    state_words: stateWords(covered),
    ...lyingOn(gathered, sentence, { ...ctx, used: await usedBy(ctx, gathered) }),
    leftovers: covered.leftovers.map((leftover) => shownLeftover(leftover, ground.text)),
    times: timesSaid(ground.text, sentence, article),
    would_cover: wouldCover(gathered, covered.number),
    initialled_by: initials.find((initial) => initial.sentence_id === sentence.id)?.initials ?? null,
    may_work: may(article.role, 'mark_claims') && ctx.actor.kind === 'person',
  };
}

/** The claims, ticks, suggestions and sources that stand on a letter of the sentence. */
function lyingOn(
  gathered: WorkbenchView,
  sentence: Range,
  { at: now, actor, used }: Context & { used: readonly EvidenceRow[] },
) {
  const { ground, claims, suggestions, dismissed, proposed_sources, ticks } = gathered;
  const touches = (place: Place) => {
    const range = placedRange(place);
    return range !== null && overlaps(range, sentence);
  };
  return {
    claims: standing(claims)
      .filter(touches)
      .map((claim) => ({ number: claim.number, words: claim.words, mark: markOf(claim) })),
    suggestions: suggestions.filter(touches).map((suggestion) => listedSuggestion(gathered, suggestion)),
    dismissed: dismissed.filter(touches).map((suggestion) => listedSuggestion(gathered, suggestion)),
    sources: proposed_sources
      .filter(touches)
      .map((suggestion) => shownSource(gathered, suggestion, { now, is_person: actor.kind === 'person', used })),
    ticks: ticks.filter(touches).map((tick) => ({
      id: tick.id,
      words: ground.text.slice(tick.start, tick.end),
      by: tick.initials,
      note: tick.note || ON_CHECKERS_WORD,
    })),
  };
}

/** All evidence of the article, where there are sources of a draft that may have become it. */
async function usedBy(ctx: Context, { article, proposed_sources }: WorkbenchView): Promise<EvidenceRow[]> {
  return proposed_sources.length === 0 ? [] : gatherEvidence(ctx, article);
}

function stateWords({ state, leftovers }: { state: string; leftovers: unknown[] }): string {
  if (state === 'unread') return 'nobody has read it';
  if (state === 'nothing') return 'nothing to check';
  return leftovers.length === 0 ? 'read' : `read, with ${counted(leftovers.length, 'unchecked detail')}`;
}
