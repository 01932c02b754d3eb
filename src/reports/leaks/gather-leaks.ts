// What the public report of an article says of confidential sources, as this person may be told it.

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
import { type LeakTold, toldLeak, untoldLeak } from './told-leak.ts';

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
 * who sees what is confidential. `signed` is what signing adds to it: a reason, and what has changed since the one before.
 */
export async function gatherLeaks(
  ctx: Context,
  article: ArticleFound,
  signed: Signing | null = null,
): Promise<LeakTold[]> {
  const { sentences } = await getVersionText(ctx.db, article);
  const report = await buildPublicReport(ctx, article, signed);
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
export async function openLeaks(
  ctx: Context,
  article: ArticleFound,
  signed: Signing | null = null,
): Promise<LeakTold[]> {
  return (await gatherLeaks(ctx, article, signed)).filter(({ answer }) => answer === null);
}

/** What a record has in common with the report: whoever it does not name learns that there is something, and whom to ask. */
async function fromRecord(ctx: Context, record: RecordFound, looking: Looking): Promise<LeakTold[]> {
  const { article, answers } = looking;
  const { id } = record.identity;
  const leaks = await comparedWith(ctx, record, looking);
  const names = record.readers.map(({ display_name }) => display_name).join(', ');
  const at = { id: article.number, key: hashOf([article.id, id]) };
  if (leaks === null)
    return [
      untoldLeak(`An identity record does not open and could not be looked at: tell ${names}`, { ...at, covers: id }),
    ];
  const told = leaks.map((leak) =>
    toldLeak(leak, { id: article.number, key: hashOf([article.id, id, leak.said]), is_sealed: true, answers }),
  );
  if (record.readers.some(({ person_id }) => person_id === ctx.actor.id)) return told;
  const open = told.filter(({ answer }) => answer === null);
  if (open.length === 0) return [];
  const label = `Something in an identity record also stands in the report: ask ${names}`;
  return [untoldLeak(label, { ...at, covers: hashOf(open.map(({ covers }) => covers)) })];
}

/** What was found by the record and by the words that were looked at: an unchanged report is not looked at again. */
const looked_at = new Memory<Leak[] | null>('what of identity records stands in reports');

async function comparedWith(
  ctx: Context,
  { identity }: RecordFound,
  { article, report, sentences, used }: Looking,
): Promise<Leak[] | null> {
  const key = hashOf([identity.id, saidIn(report).map(({ words }) => words), report.version.sha256]);
  return looked_at.of(key, async () => {
    const words = await openForProgram(ctx, identity, article);
    const sources = words === null ? [] : [knownFromRecord(identity.source_id, words)];
    const value = words === null ? null : await leaksIn(report, { sources, used }, { sentences });
    return { value, bytes: 2 * JSON.stringify(value).length + key.length };
  });
}
