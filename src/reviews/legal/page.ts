// The page of Legal: what is held, what is cleared, the article itself, and notes.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import { listClaims, type PlacedClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { may } from '#src/people/permissions.ts';
import { placedRange } from '#src/reading/text/range.ts';
import { isForLegal, legalOfArticle, legalOfClaim, sentencesOf } from './legal.ts';
import { listLegal } from './store.ts';
import { claimLegalView, clearanceLine, type LegalReader, noteLine } from './view.ts';

/** The model of /articles/:id/legal, for those who may read it. */
export async function legalPage({ db, at: now }: Context, article: ArticleFound, refused?: RefusedForm) {
  const { number, title, language, role, latest_version_number } = article;
  const reader: LegalReader = { ...article, now };
  const ground = await getVersionText(db, article);
  const rows = await listLegal(db, article.id);
  const claims = await listClaims(db, { article_id: article.id, version_id: ground.version.id });
  const held = claims
    .map((claim) => ({ claim, legal: legalOfClaim(rows, claim, ground) }))
    .filter(({ claim, legal }) => legal.state !== 'free' && isForLegal(claim, ground))
    .map(({ claim, legal }) => ({
      number: claim.number,
      is_dropped: claim.state === 'withdrawn',
      state: legal.state,
      ...inSentence(ground, claim),
      legal: claimLegalView(legal, reader),
    }));
  return {
    title: `Legal · ${cutAtWord(title, 40)}`,
    nav: 'articles',
    where: article.desk_name,
    article: { number, title, language, version: latest_version_number },
    tab: 'second_read' as const,
    whole: wholeOf(article, legalOfArticle(rows, article), reader),
    held: held.filter(({ state }) => state === 'held'),
    cleared: held.filter(({ state }) => state === 'cleared'),
    notes: rows.notes.map((note) => ({ ...noteLine(note, reader), claim: note.claim_number })),
    may_note: may(role, 'note_for_legal'),
    ...refused,
  };
}

/** The words in their sentence, which is what is cleared; of a claim that lost its place, its statement. */
function inSentence(ground: VersionText, claim: PlacedClaim) {
  const [range, whole] = [placedRange(claim), sentencesOf(ground, claim)];
  if (range === null || whole === null) return { before: '', words: claim.statement, after: '', is_lost: true };
  const of = (start: number, end: number) => ground.text.slice(start, end);
  const [before, after] = [of(whole.start, range.start), of(range.end, whole.end)];
  return { before, words: of(range.start, range.end), after, is_lost: false };
}

/** How the article as a whole stands: whether Legal has to see it, and whether this version is cleared. */
function wholeOf(
  { needs_legal, role }: ArticleFound,
  { clearance, lapsed }: ReturnType<typeof legalOfArticle>,
  reader: LegalReader,
) {
  const is_needed = needs_legal === 1;
  return {
    is_needed,
    cleared: clearance === null ? null : clearanceLine(clearance, reader),
    lapsed: lapsed === null ? '' : `Cleared before by ${clearanceLine(lapsed, reader).by}; a later version lifted it.`,
    may_clear: is_needed && clearance === null && may(role, 'clear_for_legal'),
  };
}
