// What the public report of an article says of confidential sources, as this person may be told it.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { Memory } from '#src/memory.ts';
import { hashOf } from '#src/signoff/covers.ts';
import { listSourcesKnown, listSourcesUsed } from '#src/sources/held-back/names-store.ts';
import { listRecords, openForProgram, type RecordFound } from '#src/sources/identity/compare-commands.ts';
import { buildPublicReport } from '../build.ts';
import type { PublicReport } from '../report.ts';
import type { Signing } from '../sealed.ts';
import { type Leak, leaksIn } from './leaks.ts';
import { saidIn } from './report-words.ts';
import { knownFromRecord } from './sealed-words.ts';
import { type LeakAnswer, listLeakAnswers } from './store.ts';
import { answerTo, type LeakTold, toldLeak, untoldLeak } from './told-leak.ts';

interface LeaksWanted {
  /** What signing adds to the report: a reason, and what has changed since the one before. */
  signed?: Signing | null;
  /** The article as the sign-off checks look at it, where the caller has gathered it already. */
  inside?: ArticleView | undefined;
}

interface Looking {
  article: ArticleFound;
  report: PublicReport;
  sentences: readonly { start: number; end: number }[];
  used: ReadonlySet<string>;
  answers: readonly LeakAnswer[];
}

/**
 * Everything known of the desk's confidential sources, looked for in the public report of the article as it stands; records of
 * identity too, which the program opens in memory and notes in the log. The caller has found the article through the person,
 * who sees what is confidential.
 */
export async function gatherLeaks(
  ctx: Context,
  article: ArticleFound,
  { signed = null, inside }: LeaksWanted = {},
): Promise<LeakTold[]> {
  const { sentences } = await getVersionText(ctx.db, article);
  const report = await buildPublicReport(ctx, article, signed, { inside });
  const used = await listSourcesUsed(ctx.db, article.id);
  const answers = await listLeakAnswers(ctx.db, article.id);
  const looking = { article, report, sentences, used, answers };
  const sources = await listSourcesKnown(ctx.db, article.desk_id);
  const leaks = await leaksIn(report, { sources, used }, { sentences });
  const known = leaks.map((leak) => {
    const key = hashOf([article.id, leak.said]);
    return toldLeak(leak, { id: article.number, key, is_sealed: false, answers });
  });
  const sealed: LeakTold[] = [];
  for (const record of await listRecords(ctx.db, used)) sealed.push(...(await fromRecord(ctx, record, looking)));
  return [...known, ...sealed];
}

/** What is still to be taken out of the report or answered, for sign-off: R14. */
export async function openLeaks(ctx: Context, article: ArticleFound, wanted: LeaksWanted = {}): Promise<LeakTold[]> {
  return (await gatherLeaks(ctx, article, wanted)).filter(({ answer }) => answer === null);
}

/** What a record has in common with the report: whoever it does not name learns that there is something, and whom to ask. */
async function fromRecord(ctx: Context, record: RecordFound, looking: Looking): Promise<LeakTold[]> {
  const { article, answers } = looking;
  const { id } = record.identity;
  const names = record.readers.map(({ display_name }) => display_name).join(', ');
  const at = { id: article.number, key: hashOf([article.id, id]) };
  const found = await lookedAt(ctx, record, looking);
  if (found === null)
    return [
      untoldLeak(`An identity record does not open and could not be looked at: tell ${names}`, { ...at, covers: id }),
    ];
  if (found.length === 0) return [];
  if (record.readers.some(({ person_id }) => person_id === ctx.actor.id)) {
    const leaks = (await comparedWith(ctx, record, looking)) ?? [];
    const of = { id: article.number, is_sealed: true, answers };
    return leaks.map((leak) => toldLeak(leak, { ...of, key: keyOfSealed(leak, record, article) }));
  }
  const open = found.filter((one) => answerTo(one, answers) === null);
  if (open.length === 0) return [];
  const label = `Something in an identity record is also in the report: ask ${names}`;
  return [untoldLeak(label, { ...at, covers: hashOf(open.map(({ covers }) => covers)) })];
}

/** That something of a record was found, without a word of it: what is remembered outlives a record that is destroyed. */
type Found = Pick<LeakTold, 'key' | 'covers' | 'is_printed'>;

/** By the record and by the words that were looked at: an unchanged report is not looked at again. */
const looked_at = new Memory<Found[] | null>('what of identity records stands in reports');

function lookedAt(ctx: Context, record: RecordFound, looking: Looking): Promise<Found[] | null> {
  const { article, report } = looking;
  const key = hashOf([record.identity.id, saidIn(report).map(({ words }) => words), report.version.sha256]);
  return looked_at.from(ctx.db, key, async () => {
    const leaks = await comparedWith(ctx, record, looking);
    const value = leaks?.map((leak) => foundOf(leak, record, article)) ?? null;
    return { value, bytes: 2 * JSON.stringify(value).length + key.length };
  });
}

function foundOf(leak: Leak, record: RecordFound, article: ArticleFound): Found {
  const { covers, is_printed } = leak;
  return { key: keyOfSealed(leak, record, article), covers, is_printed };
}

function keyOfSealed({ said }: Leak, { identity }: RecordFound, article: ArticleFound): string {
  return hashOf([article.id, identity.id, said]);
}

/** Opens the record, which the log notes, and looks for its words; null where it does not open. */
async function comparedWith(
  ctx: Context,
  { identity }: RecordFound,
  { article, report, sentences, used }: Looking,
): Promise<Leak[] | null> {
  const words = await openForProgram(ctx, identity, article);
  if (words === null) return null;
  return leaksIn(report, { sources: [knownFromRecord(identity.source_id, words)], used }, { sentences });
}
