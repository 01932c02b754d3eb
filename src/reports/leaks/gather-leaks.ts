// What the public report of an article says of confidential sources, as this person may be told it.
import { createHash } from 'node:crypto';
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { url } from '#src/paths.ts';
import { listSourcesKnown, listSourcesUsed } from '#src/sources/held-back/names-store.ts';
import { listRecords, openForProgram, type RecordFound } from '#src/sources/identity/compare-commands.ts';
import { buildPublicReport } from '../build.ts';
import type { PublicReport } from '../report.ts';
import { type Leak, leaksIn } from './leaks.ts';
import { saidIn } from './report-words.ts';
import { knownFromRecord } from './sealed-words.ts';

/** A leak as a person is told it: of an identity record that does not name them neither word nor place. */
export interface LeakTold {
  /** The same for as long as the same is found; gives nothing away. */
  key: string;
  /** The word that was found; '' where it is not told. */
  said: string;
  /** What it is, in a sentence. */
  label: string;
  places: { place: string; href: string }[];
  href: string;
  is_printed: boolean;
  covers: string;
}

interface Looking {
  report: PublicReport;
  sentences: readonly { start: number; end: number }[];
  used: ReadonlySet<string>;
}

/**
 * Everything known of the desk's confidential sources, looked for in the public report of the article as it stands; records of
 * identity too, which the program opens in memory and notes in the log. The caller has found the article through the person,
 * who sees what is confidential.
 */
export async function gatherLeaks(ctx: Context, article: ArticleFound): Promise<LeakTold[]> {
  const { sentences } = await getVersionText(ctx.db, article);
  const report = await buildPublicReport(ctx, article);
  const used = await listSourcesUsed(ctx.db, article.id);
  const looking = { report, sentences, used };
  const sources = await listSourcesKnown(ctx.db, article.desk_id);
  const known = leaksIn(report, { sources, used }, { sentences }).map((leak) => told(leak, article));
  const records = await listRecords(ctx.db, used);
  const sealed: LeakTold[] = [];
  for (const one of records) sealed.push(...(await fromRecord(ctx, article, { looking, record: one })));
  return [...known, ...sealed];
}

function told({ source_id, said, places, is_printed, covers }: Leak, article: ArticleFound): LeakTold {
  const report = url('report', { id: article.number }, { audience: 'public' });
  const where = [...new Set(places.map(({ place }) => place))].join('; ') || 'the article’s own text';
  return {
    key: keyOf([article.id, source_id, said]),
    said,
    label: `“${said}” in ${where}`,
    places: places.map(({ place, href }) => ({ place, href })),
    href: places[0]?.href ?? report,
    is_printed,
    covers,
  };
}

async function fromRecord(
  ctx: Context,
  article: ArticleFound,
  { looking, record }: { looking: Looking; record: RecordFound },
): Promise<LeakTold[]> {
  const leaks = await comparedWith(ctx, article, { looking, record });
  if (leaks !== null && leaks.length === 0) return [];
  const { id } = record.identity;
  const names = record.readers.map(({ display_name }) => display_name).join(', ');
  const one = {
    key: keyOf([article.id, id]),
    said: '',
    places: [],
    href: url('report', { id: article.number }, { audience: 'public' }),
    is_printed: false,
  };
  if (leaks === null)
    return [
      { ...one, label: `An identity record does not open, and could not be looked at: tell ${names}`, covers: id },
    ];
  const is_named = record.readers.some(({ person_id }) => person_id === ctx.actor.id);
  if (is_named) return leaks.map((leak) => ({ ...told(leak, article), key: keyOf([article.id, id, leak.covers]) }));
  const label = `Something in an identity record also stands in the report: ask ${names}`;
  return [{ ...one, label, covers: keyOf(leaks.map(({ covers }) => covers)) }];
}

/** What was found by the record and by the words that were looked at: an unchanged report is not looked at again. */
const looked_at = new Map<string, Leak[] | null>();
const KEPT = 200;

async function comparedWith(
  ctx: Context,
  article: ArticleFound,
  { looking: { report, sentences, used }, record: { identity } }: { looking: Looking; record: RecordFound },
): Promise<Leak[] | null> {
  const key = keyOf([identity.id, saidIn(report).map(({ words }) => words), report.version.sha256]);
  const before = looked_at.get(key);
  if (before !== undefined) return before;
  const words = await openForProgram(ctx, identity, article);
  const sources = words === null ? [] : [knownFromRecord(identity.source_id, words)];
  const leaks = words === null ? null : leaksIn(report, { sources, used }, { sentences });
  looked_at.set(key, leaks);
  const oldest = looked_at.size > KEPT ? looked_at.keys().next().value : undefined;
  if (oldest !== undefined) looked_at.delete(oldest);
  return leaks;
}

function keyOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
