// What somebody typed into a form of a claim, beside what another saved meanwhile.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { localOf, sayTime } from '#src/dates.ts';
import { StaleEdit } from '#src/errors.ts';
import { listMembers } from '#src/people/member-store.ts';
import { type Range, wordsAt } from '#src/reading/text/range.ts';
import { ATTRIBUTION_VERDICT_LABELS, type AttributionVerdict } from './claim.ts';
import type { ClaimFound } from './store.ts';
import type { ClaimAnchorTable, ClaimTable, VerdictTable } from './tables.ts';

type DetailFields = Pick<ClaimTable, 'statement' | 'kind' | 'assignee_id' | 'due_at' | 'is_key'>;

/** Of the details: `wanted` is what was typed. */
export async function staleDetails(
  ctx: Context,
  { desk_id, time_zone }: ArticleFound,
  { claim, wanted }: { claim: ClaimFound; wanted: DetailFields },
): Promise<StaleEdit> {
  const members = await listMembers(ctx.db, desk_id);
  const said = ({ statement, kind, assignee_id, due_at, is_key }: DetailFields) => ({
    statement,
    kind,
    assignee_id: members.find((one) => one.person_id === assignee_id)?.display_name ?? 'nobody',
    due_at: due_at === null ? '' : sayTime(due_at, time_zone, ctx.at),
    is_key: is_key === 1 ? 'yes' : 'no',
  });
  const { revision, statement, kind, assignee_id, due_at, is_key } = claim;
  const values = { statement, kind, assignee_id: assignee_id ?? '', is_key: is_key === 1 ? '1' : '' };
  return new StaleEdit(said(wanted), said(claim), {
    revision,
    values: { ...values, due_at: due_at === null ? '' : localOf(due_at, time_zone) },
    labels: { assignee_id: 'Assigned to', due_at: 'Due', is_key: 'Key claim' },
  });
}

interface VerdictsTyped {
  content_verdict?: string | undefined;
  attribution_verdict?: AttributionVerdict | '' | undefined;
  verdict_sentence?: string | undefined;
  as_of?: string | undefined;
}

/** Of the verdicts; what the form did not send is as it is stored. */
export function staleVerdicts(
  ctx: Context,
  { time_zone }: ArticleFound,
  { claim, input, verdicts }: { claim: ClaimFound; input: VerdictsTyped; verdicts: VerdictTable[] },
): StaleEdit {
  const label = (id: string | null | undefined) => verdicts.find((one) => one.id === id)?.desk_label ?? 'none';
  const said = (verdict: AttributionVerdict | '' | null) => (verdict ? ATTRIBUTION_VERDICT_LABELS[verdict] : 'none');
  const time = (at: string) => (at === '' ? '' : sayTime(at, time_zone, ctx.at));
  const { revision, content_verdict_id, attribution_verdict, verdict_sentence, as_of, check_again } = claim;
  const theirs = {
    content_verdict: label(content_verdict_id),
    attribution_verdict: said(attribution_verdict),
    verdict_sentence,
    as_of: time(as_of),
    ...(check_again === '' ? {} : { check_again }),
  };
  const yours = {
    content_verdict: input.content_verdict === undefined ? theirs.content_verdict : label(input.content_verdict),
    attribution_verdict:
      input.attribution_verdict === undefined ? theirs.attribution_verdict : said(input.attribution_verdict),
    verdict_sentence: input.verdict_sentence ?? verdict_sentence,
    as_of: input.as_of === undefined ? theirs.as_of : time(input.as_of),
  };
  const values = { content_verdict: content_verdict_id ?? '', attribution_verdict: attribution_verdict ?? '' };
  return new StaleEdit(yours, theirs, {
    revision,
    values: { ...values, verdict_sentence, as_of: as_of === '' ? '' : localOf(as_of, time_zone) },
    labels: { content_verdict: 'Is it so?', attribution_verdict: 'Was it said?', as_of: 'As of' },
  });
}

/** Of the speakers, a line each. */
export function staleSpeakers({ revision }: ClaimFound, { typed, known }: { typed: string; known: string }): StaleEdit {
  const values = { attribution: known };
  return new StaleEdit({ attribution: typed }, values, { revision, values, labels: { attribution: 'Speakers' } });
}

/** Of the figures, a line each. */
export function staleFigures({ revision }: ClaimFound, { typed, known }: { typed: string; known: string }): StaleEdit {
  const values = { figures: known };
  return new StaleEdit({ figures: typed }, values, { revision, values });
}

/** Of the words that it stands on: there is nothing to choose, since what is stored stands there already. */
export function staleRange(
  text: string,
  { claim, range, now }: { claim: ClaimFound; range: Range; now: ClaimAnchorTable | undefined },
): StaleEdit {
  const words = (now && wordsAt(text, now)) ?? claim.statement;
  const { revision } = claim;
  return new StaleEdit({ words: text.slice(range.start, range.end) }, { words }, { revision, values: {} });
}
