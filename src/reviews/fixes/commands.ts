// The verbs of fixes: proposing a change to the copy, and deciding about it.
import { getVersionText } from '#src/articles/version-text-store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import { record } from '#src/audit/log.ts';
import type { Selection } from '#src/claims/selection.ts';
import { openForWork } from '#src/claims/with-claim.ts';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { assertMayLeave } from '../outgoing.ts';
import { placeAt, placeOfOldWords, rangePointedAt } from '../review-anchor.ts';
import type { FixTable } from '../tables.ts';
import { type FixFound, getFix, insertFix, listFixes, updateFix } from './store.ts';
import { storeWriterWord, type WriterWord } from './writer-word-commands.ts';

export interface FixInput {
  /** The claim that it is about; without one, the words selected, or the first place where the old words stand. */
  number?: number | string | undefined;
  selection?: Selection | undefined;
  old_words: string;
  new_words: string;
  reason: string;
  /** The words name a confidential source and the writer may read them all the same. */
  send_anyway?: boolean | undefined;
}

/**
 * Proposes new words for the copy, with a reason; the number of the fix. The same change asked for again stays one.
 * RuleBroken where nothing would change, where the old words are not in the latest version, and where the words name a
 * confidential source.
 */
export function askFix(ctx: Context, article_id: string, input: FixInput): Promise<number> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const claim = input.number === undefined ? null : await openForWork(ctx, article, { number: input.number });
    assertMay(article.role, 'ask_queries_and_fixes');
    const { old_words, new_words, reason } = input;
    if (old_words === new_words) throw new RuleBroken('The new words are the same as the current ones.', 'new_words');
    const ground = await getVersionText(ctx.db, article);
    const claim_id = claim?.id ?? null;
    const pointed = await rangePointedAt(ctx, { article, ground }, { claim_id, selection: input.selection });
    const place = placeAt(ground, placeOfOldWords(ground, old_words, pointed));
    const known = (await listFixes(ctx.db, article.id)).find((one) =>
      isSame(one, { claim_id, old_words, new_words, ...place }),
    );
    if (known !== undefined) return known.number;
    const is_cleared = await assertMayLeave(ctx.db, article, { ...input, words: [new_words, reason] });
    const number = await nextNumber(ctx.db, `fix:${article.id}`);
    const fix = {
      ...NEW_FIX,
      id: newId(),
      desk_id: article.desk_id,
      article_id: article.id,
      number,
      claim_id,
      ...place,
    };
    const asked = { old_words, new_words, reason, asked_by: ctx.actor.id, asked_at: ctx.at };
    await insertFix(ctx.db, { ...fix, ...asked, is_cleared: is_cleared ? 1 : 0 });
    const after = { fix: number, ...(claim ? { claim: claim.number } : {}), old_words, new_words, reason };
    await recordOnFix(ctx, fix, { verb: 'fix.asked', after });
    return number;
  });
}

/**
 * Agrees to a fix, or refuses it with a line why; an editor's word. The same decision again does nothing. StaleEdit where
 * the form was opened before somebody else decided.
 */
export function decideFix(
  ctx: Context,
  article_id: string,
  input: { fix_id: string; decision: 'agreed' | 'refused'; line?: string; revision?: number | undefined },
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const fix = await getFix(ctx.db, { id: input.fix_id, article_id: article.id });
    assertMay(article.role, 'decide_fixes');
    const { decision, line = '' } = input;
    if (fix.state === decision) return;
    if (fix.state === 'in_copy') throw new RuleBroken(`Fix ${fix.number} is in the copy already. Propose another fix.`);
    if (decision === 'refused' && line === '')
      throw new RuleBroken('Say in a line why the copy stays as it is.', 'decision_line');
    if (input.revision !== undefined && input.revision !== fix.revision && fix.decided_at !== null)
      throw staleDecision(fix, { decision, line });
    const decided = { state: decision, decision_line: line, decided_by: ctx.actor.id, decided_at: ctx.at };
    await updateFix(ctx.db, fix.id, decided);
    const after = { fix: fix.number, state: decision, ...(line === '' ? {} : { line }) };
    await recordOnFix(ctx, fix, { verb: 'fix.decided', before: { state: fix.state }, after });
  });
}

/** Notes what the writer said of a fix, as somebody of the desk heard it. Repeated, it does nothing; StaleEdit as storeWriterWord. */
export function noteWriterWord(
  ctx: Context,
  article_id: string,
  input: WriterWord & { fix_id: string },
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const fix = await getFix(ctx.db, { id: input.fix_id, article_id: article.id });
    assertMay(article.role, 'ask_queries_and_fixes');
    await storeWriterWord(ctx, fix, input);
  });
}

/** The writer may read this fix although it names a confidential source. Again: nothing happens. */
export function clearFix(ctx: Context, article_id: string, fix_id: string): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const fix = await getFix(ctx.db, { id: fix_id, article_id: article.id });
    assertMay(article.role, 'ask_queries_and_fixes');
    if (fix.is_cleared === 1) return;
    await updateFix(ctx.db, fix.id, { is_cleared: 1 });
    await recordOnFix(ctx, fix, { verb: 'query.cleared', after: { fix: fix.number } });
  });
}

type FixEvent = {
  verb: 'fix.asked' | 'fix.decided' | 'fix.in_copy' | 'fix.lost' | 'query.cleared';
  before?: object;
  after?: object;
};

/** Records what happened to a fix in the chain of its desk. */
export function recordOnFix(
  ctx: Context,
  fix: Pick<FixTable, 'id' | 'desk_id' | 'article_id'>,
  event: FixEvent,
): Promise<void> {
  return record(ctx, { chain: fix.desk_id, subject: `fix:${fix.id}`, article_id: fix.article_id, ...event });
}

const NEW_FIX = {
  state: 'asked',
  decided_by: null,
  decided_at: null,
  decision_line: '',
  in_copy_version_id: null,
  version_note: '',
  writer_word: null,
  writer_line: '',
  writer_name: '',
  writer_how: null,
  writer_at: null,
  writer_link_id: null,
  revision: 1,
} as const;

type Asked = Pick<FixFound, 'claim_id' | 'old_words' | 'new_words' | 'place_version_id' | 'place_start'>;

/** The same change at the same place, or for the same claim, that nobody has decided yet. */
function isSame(fix: FixFound, asked: Asked): boolean {
  const is_there = fix.place_version_id === asked.place_version_id && fix.place_start === asked.place_start;
  const is_of_claim = asked.claim_id !== null && fix.claim_id === asked.claim_id;
  const says_same = fix.old_words === asked.old_words && fix.new_words === asked.new_words;
  return fix.state === 'asked' && says_same && (is_there || is_of_claim);
}

function staleDecision({ state, decision_line, revision }: FixFound, typed: { decision: string; line: string }) {
  const values = { decision: state, decision_line };
  const yours = { decision: typed.decision, decision_line: typed.line };
  const labels = { decision: 'The decision', decision_line: 'Why, in a line' };
  return new StaleEdit(yours, values, { revision, values, labels });
}
