// What the page of a correction shows, and the list of corrections.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { localOf } from '#src/dates.ts';
import { NotFound } from '#src/errors.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import { may } from '#src/people/permissions.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { discretionOn, seenIn } from '#src/sources/held-back/discretion.ts';
import { CORRECTION_KINDS, CORRECTION_LABELS, sentenceOf } from '../correction.ts';
import { gatherParts } from '../gather-parts.ts';
import { handedOut } from '../handed-out/page.ts';
import { type CorrectionFound, getCorrection, listCorrections } from './correction-store.ts';
import { correctionLine } from './lines-view.ts';
import { valuesOfCorrection } from './stale-complaint.ts';
import { listSettled } from './store.ts';

/** One correction: its words, the sentence to paste, and since when it is published. NotFound as above. */
export async function correctionPage(ctx: Context, article: ArticleFound, number: string, refused?: RefusedForm) {
  const found = await getCorrection(ctx.db, article.id, number);
  if (found.withdrawn_at !== null && visibilityOf(article.role) === 'outside') throw new NotFound();
  const correction = correctionSeen(await discretionOn(ctx.db, article, article.role), found);
  const { since_at, revision } = correction;
  return {
    ...frameOf(article, `Correction ${correction.number}`),
    parts: await gatherParts(ctx, article, 'complaints'),
    line: correctionLine(correction, { article, now: ctx.at }),
    values: {
      ...valuesOfCorrection(correction),
      since_at: localOf(since_at ?? ctx.at, article.time_zone),
    },
    proposed: sentenceOf(correction, { at: correction.made_at, time_zone: article.time_zone }),
    revision,
    kinds: KIND_OPTIONS,
    may_correct: may(article.role, 'make_corrections'),
    is_inside: may(article.role, 'read_complaints'),
    settles: may(article.role, 'read_complaints') ? await listSettled(ctx.db, found) : [],
    /** Those who have what was wrong. */
    handed_out: await handedOut(ctx, article, { before: correction.made_at }),
    may_note: false,
    ...refused,
  };
}

export const KIND_OPTIONS: Option[] = CORRECTION_KINDS.map((value) => ({ value, label: CORRECTION_LABELS[value] }));

/** The corrections of an article as the reader may see them, the latest first. Guests see none that was withdrawn. */
export async function correctionsSeen(ctx: Context, article: ArticleFound): Promise<CorrectionFound[]> {
  const corrections = await listCorrections(ctx.db, article.id);
  const discretion = await discretionOn(ctx.db, article, article.role);
  return corrections
    .filter((one) => visibilityOf(article.role) === 'inside' || one.withdrawn_at === null)
    .map((one) => correctionSeen(discretion, one));
}

function correctionSeen(discretion: Awaited<ReturnType<typeof discretionOn>>, correction: CorrectionFound) {
  return seenIn(discretion, correction, ['was_words', 'right_words', 'sentence', 'withdrawal_reason']);
}

/** What all pages of complaints and corrections have. */
export function frameOf({ number, title, language, desk_name }: ArticleFound, heading: string) {
  return {
    title: `${heading} · ${cutAtWord(title, 40)}`,
    heading,
    nav: 'articles',
    where: desk_name,
    article: { number, title, language },
    tab: 'report' as const,
  };
}
