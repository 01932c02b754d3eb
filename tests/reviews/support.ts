// What the tests of queries and fixes start from.
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import type { Context } from '#src/context.ts';
import { askFix, decideFix, type FixInput } from '#src/reviews/fixes/commands.ts';
import { type FixFound, listFixes } from '#src/reviews/fixes/store.ts';
import { liftClearances } from '#src/reviews/legal/update-legal-on-revision.ts';
import { listQueries, type QueryFound } from '#src/reviews/queries/store.ts';
import { followReviews } from '#src/reviews/update-reviews-on-revision.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

export const HEADLINE = 'Dockers of Lund walk out';

/** One paragraph each; the first sentence of the article is its headline. */
export const PARAGRAPHS: Record<'strike' | 'crane' | 'end', string> = {
  strike: 'Five hundred dockers walked out in Lund on Tuesday, the union said. Nobody was hurt.',
  crane: 'The port has 16 cranes, of which 6 stood still. Its chief, Ina Vold, called the strike “a surprise”.',
  end: 'Talks go on today.',
};

export interface Strike {
  id: string;
  number: number;
  path: string;
  /** Asks for a fix as Ben; its row. */
  ask: (input: Partial<FixInput> & Pick<FixInput, 'old_words' | 'new_words'>) => Promise<FixFound>;
  agree: (fix: FixFound) => Promise<void>;
  /** Brings the next version with these paragraphs in place of those; what is said of it. */
  revise: (changed: Partial<Record<keyof typeof PARAGRAPHS, string>>) => Promise<string[]>;
  fix: (number: number) => Promise<FixFound>;
  query: (number: number) => Promise<QueryFound>;
}

/** Takes the article in as Ada; Ben marks the number of dockers (claim 1) and the quotation (claim 2). */
export async function strikeAt(newsroom: Newsroom): Promise<Strike> {
  const [ada, ben] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben')];
  const taken = { headline: HEADLINE, body: bodyOf({}) };
  const { id, number } = await takeArticleIn(ada, newsroom.desks.foreign.slug, taken);
  await markClaim(ben, id, { selection: { sentence: 2, words: 'Five hundred dockers' }, is_key: false });
  await markClaim(ben, id, { selection: { sentence: 5, words: '“a surprise”' }, is_key: false });
  let version = 1;
  const fix = async (of: number) => (await listFixes(newsroom.db, id)).find((one) => one.number === of) as FixFound;
  return {
    id,
    number,
    path: `/articles/${number}`,
    fix,
    query: async (of) => (await listQueries(newsroom.db, id)).find((one) => one.number === of) as QueryFound,
    ask: async (input) => fix(await askFix(ben, id, { reason: '', ...input })),
    agree: ({ id: fix_id }) => decideFix(ada, id, { fix_id, decision: 'agreed' }),
    revise: async (changed) => {
      const { said } = await revise(ben, { id, version }, changed);
      version += 1;
      return said;
    },
  };
}

function revise(ctx: Context, at: { id: string; version: number }, changed: Partial<Record<string, string>>) {
  const { id, version } = at;
  return reviseArticle(ctx, id, {
    headline: HEADLINE,
    body: bodyOf(changed),
    version,
    on_revised: [followReviews, liftClearances],
  });
}

export function bodyOf(changed: Partial<Record<string, string>>): string {
  return Object.values({ ...PARAGRAPHS, ...changed })
    .filter((words) => words !== '')
    .join('\n\n');
}

/** The verbs in the log on this subject, in their order. */
export async function eventsOn({ db }: Newsroom, subject: string): Promise<string[]> {
  const rows = await db.selectFrom('log').select('verb').where('subject', '=', subject).orderBy('number').execute();
  return rows.map((row) => row.verb);
}
