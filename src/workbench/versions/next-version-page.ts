// What the form of the next version begins with: the text, a document, or what was typed.
import { type ChangesTaken, changesTakenIn, type Draft } from '#src/articles/documents/draft.ts';
import { withoutUnderstood } from '#src/articles/intake/comments-view.ts';
import { FETCH_JOB, type FetchInput } from '#src/articles/intake/job.ts';
import { type DraftFound, findIntakeDraft } from '#src/articles/intake/store.ts';
import { type DraftShown, shownNextDraft } from '#src/articles/intake/view.ts';
import { partsTypedOf, partTextsIn } from '#src/articles/version-parts.ts';
import { previewRevision } from '#src/claims/revision/preview.ts';
import type { Context } from '#src/context.ts';
import { GaveUp, RuleBroken } from '#src/errors.ts';
import type { FormError } from '#src/http/form.ts';
import { getJob } from '#src/jobs/store.ts';
import { url } from '#src/paths.ts';
import { memberRolesThatMay } from '#src/people/permissions.ts';
import { placedRanges } from '#src/reading/text/range.ts';
import { gatherReviews } from '#src/reviews/gather-reviews.ts';
import { readReturned } from '#src/reviews/returned/read-returned.ts';
import { type ReturnedShown, shownReturned } from '#src/reviews/returned/view.ts';
import { standing } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';

/** What the form of the next version begins with: a draft to be looked over, or an address that could not be fetched. */
export interface NextVersion {
  draft?: string;
  job?: string;
  /** Which text of a draft whose document tracks changes. */
  changes?: string;
}

export interface FormStart {
  values: Record<string, string>;
  draft: DraftShown | null;
  /** What the draft would change, a sentence each. */
  preview: string[];
  choose_again: string;
  /** The draft that was asked for was taken in already, or lay too long. */
  /** What its document says of fixes and queries; null where it shows no sign of a redline. */
  returned: ReturnedShown | null;
  is_draft_gone: boolean;
  errors: FormError[];
  failed_form?: string;
  typed?: Record<string, unknown>;
}

/** The start of the form of this article's next version. */
export async function startOf(
  ctx: Context,
  gathered: WorkbenchView,
  { draft = '', job = '', changes = '' }: NextVersion,
): Promise<FormStart> {
  const { article, ground } = gathered;
  const { captions, ...parts } = partsTypedOf(ground.text, ground.parts);
  const values = { ...parts, captions: captions.join('\n'), note: '' };
  const choose_again = url('versions', { id: article.number });
  const start = { values, draft: null, returned: null, preview: [], choose_again, is_draft_gone: false, errors: [] };
  if (job !== '') return { ...start, ...(await afterFetch(ctx, gathered, job)) };
  if (draft === '') return start;
  const found = await findIntakeDraft(ctx, draft, article.id);
  if (found === undefined) return { ...start, is_draft_gone: true };
  const taken = changesTakenIn(changes);
  const shown = shownNextDraft(found, values, taken);
  const preview = await previewIn(gathered, shown.values);
  return { ...start, ...shown, ...(await understood(ctx, gathered, { found, taken, shown: shown.draft })), preview };
}

/** What the document says of fixes and queries, and its comments without those that say it. */
async function understood(
  ctx: Context,
  { article }: WorkbenchView,
  { found, taken, shown }: { found: DraftFound; taken: ChangesTaken; shown: DraftShown },
): Promise<Pick<FormStart, 'draft' | 'returned'>> {
  const draft = JSON.parse(found.draft) as Draft;
  if (draft.kind !== 'docx') return { draft: shown, returned: null };
  const material = await gatherReviews(ctx, article);
  const returned = await readReturned(draft, material).catch((error: unknown) => {
    // What takes too long to read is looked over by hand.
    if (error instanceof GaveUp) return null;
    throw error;
  });
  const asked = new Set(material.queries.map(({ question }) => question));
  const comments = withoutUnderstood(shown, { understood: new Set(returned?.own[taken]), asked });
  return { draft: { ...shown, ...comments }, returned: returned && shownReturned(returned) };
}

/** The form once more, after its address could not be fetched: with what was typed beside it, and why. */
async function afterFetch(ctx: Context, { article }: WorkbenchView, id: string) {
  const job = await getJob(ctx, id, memberRolesThatMay('follow_jobs'));
  const { address, article: wanted, typed } = JSON.parse(job.input) as FetchInput;
  if (job.kind !== FETCH_JOB || wanted?.id !== article.id) return {};
  const errors = job.state === 'failed' ? [{ field: 'address', message: job.message }] : [];
  return { errors, failed_form: 'versions', typed: { ...typed, address } };
}

async function previewIn(
  { article, ground, claims }: WorkbenchView,
  values: Record<string, string>,
): Promise<string[]> {
  const captions = (values.captions ?? '').split('\n').filter((words) => words.trim() !== '');
  const ranges = placedRanges(standing(claims));
  try {
    const parts = partTextsIn({ body: '', ...values, captions });
    return await previewRevision(ground, parts, { claims: ranges, language: article.language });
  } catch (error) {
    // What is wrong with the text is said when it is sent.
    if (error instanceof RuleBroken) return [];
    throw error;
  }
}
