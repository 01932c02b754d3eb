// The verb of a new version: every claim finds its place in it, and some are to be checked again.
import { titleOf, type VersionText } from '#src/articles/article.ts';
import { assembled } from '#src/articles/assembling.ts';
import { type ProposalPlaced, readProposals } from '#src/articles/intake-commands.ts';
import { type ArticleFound, type Ground, getGround, insertVersion } from '#src/articles/store.ts';
import type { SentenceTable } from '#src/articles/tables.ts';
import { followOriginals } from '#src/articles/version-original.ts';
import { type PartsTyped, partsTypedOf, partTextsIn } from '#src/articles/version-parts.ts';
import { updateLatestVersion } from '#src/articles/version-store.ts';
import { record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine, foldKey } from '#src/text-fields.ts';
import { sentenceChangesIn } from '../analysis/readings.ts';
import { Overtaken, onArticleRead } from '../read-then-transact.ts';
import { type CarriedCounts, carryInto } from './carry.ts';
import { type FollowedProposals, followedProposals } from './follow-proposals.ts';
import type { OnRevised } from './hooks.ts';
import { type Followed, followedInto, listSought, type Sought, standsAsIn } from './read.ts';

export interface Revision extends PartsTyped {
  /** A line about the version: who sent it, what it is for. */
  note?: string;
  /** The number of the version that the form showed. */
  version: number;
  /** The id of the draft that the form was filled in from: its document is kept as the original. */
  draft?: string;
  /** What later subjects do with the version, in their order. */
  on_revised?: readonly OnRevised[];
}

export interface Revised extends CarriedCounts {
  number: number;
  /** False where this very form was sent before: nothing was done. */
  is_new: boolean;
  /** What later subjects say of it. */
  said: string[];
}

/**
 * Brings the next version of an article: stores its text, places every claim in it, carries ticks, initials and readers
 * that still hold, and sets claims to check again whose sentence or speaker changed. The same form sent twice makes one
 * version. Throws NotFound, Forbidden (guests), TooLarge, RuleBroken (no text; the text that is there already), and
 * StaleEdit where somebody else brought a version first. The texts are read before the transaction opens: while that takes
 * long nobody waits, and where claims were placed meanwhile they are followed again.
 */
export function reviseArticle(ctx: Context, article_id: string | number, input: Revision): Promise<Revised> {
  return onArticleRead(ctx, article_id, {
    read: (ctx, article) => readRevision(ctx, article, input),
    work: async (ctx, article, { before, text, follow, proposals }) => {
      if (follow === null) return { number: before.version.number, is_new: false, said: [], ...NOTHING_CARRIED };
      const sought = await listSought(ctx.db, { article_id: article.id, version_id: before.version.id });
      if (!standsAsIn(sought, follow.sought)) throw new Overtaken();
      const after = await storeVersion(ctx, article, { text, note: cleanLine(input.note ?? ''), before });
      const documents = { after: after.version, proposed: follow.proposed, draft: input.draft ?? '', proposals };
      const original_sha256 = await followOriginals(ctx, article, documents);
      const counts = await carryInto(ctx, article, { before, after, sought, followed: follow.followed });
      await recordRevision(ctx, article, { before, after, counts, original_sha256 });
      const changes = sentenceChangesIn(follow.followed.sentences, before);
      const said: string[] = [];
      for (const then of input.on_revised ?? []) said.push(await then(ctx, article, { before, after, changes }));
      return { number: after.version.number, is_new: true, said: said.filter(Boolean), ...counts };
    },
  });
}

interface RevisionRead {
  before: Ground;
  text: VersionText;
  /** What was sought when the text was read, and where it goes; null where this very form was sent before. */
  follow: { sought: Sought; followed: Followed; proposed: FollowedProposals } | null;
  /** What the document of the new version proposes. */
  proposals: ProposalPlaced[];
}

async function readRevision(ctx: Context, article: ArticleFound, input: Revision): Promise<RevisionRead> {
  assertMay(article.role, 'revise_article');
  const before = await getGround(ctx.db, article);
  const text = await assembled(partTextsIn(input), article.language);
  if (isSameText(text, before)) {
    if (!isRepeat(ctx, before, input)) throw new RuleBroken('This is the text the desk has already.', 'body');
    return { before, text, follow: null, proposals: [] };
  }
  if (input.version !== before.version.number) throw staleText(input, before);
  const sought = await listSought(ctx.db, { article_id: article.id, version_id: before.version.id });
  return {
    before,
    text,
    follow: {
      sought,
      followed: await followedInto(ctx, article, { before, after: text, sought }),
      proposed: await followedProposals(ctx, article, { before, after: text }),
    },
    proposals: await readProposals(
      ctx,
      { draft: input.draft, article_id: article.id },
      { text: text.text, language: article.language },
    ),
  };
}

const NOTHING_CARRIED: CarriedCounts = { exact: 0, moved: 0, changed: 0, lost: 0, check_again: [] };

/** The same words in the same parts. */
function isSameText(text: VersionText, { version, parts }: Ground): boolean {
  const places = (some: readonly { role: string; start: number; end: number }[]) =>
    some.map(({ role, start, end }) => `${role} ${start} ${end}`).join();
  return text.sha256 === version.sha256 && places(text.parts) === places(parts);
}

/** The form that brought this version, sent again by the same person. */
function isRepeat(ctx: Context, { version }: Ground, input: Revision): boolean {
  return input.version === version.number - 1 && version.created_by === ctx.actor.id;
}

async function storeVersion(
  ctx: Context,
  article: ArticleFound,
  { text, note, before }: { text: VersionText; note: string; before: Ground },
): Promise<Ground> {
  const id = newId();
  const version = {
    id,
    article_id: article.id,
    desk_id: article.desk_id,
    number: before.version.number + 1,
    sha256: text.sha256,
    text: text.text,
    length: text.text.length,
    note,
    created_at: ctx.at,
    created_by: ctx.actor.id,
  };
  const parts = text.parts.map((part) => ({ version_id: id, ...part }));
  const sentences: SentenceTable[] = text.sentences.map((sentence) => ({ id: newId(), version_id: id, ...sentence }));
  await insertVersion(ctx.db, version, { parts, sentences });
  // A title that nobody chose follows its headline; one that the desk gave stays.
  const wasOfText = article.title === titleOf({ ...before, sha256: '' });
  const title = wasOfText ? titleOf(text) : article.title;
  const latest = { latest_version_number: version.number, title, title_key: foldKey(title) };
  await updateLatestVersion(ctx.db, article.id, latest);
  return { version, text: text.text, parts, sentences };
}

async function recordRevision(
  ctx: Context,
  article: ArticleFound,
  {
    before,
    after,
    counts,
    original_sha256,
  }: { before: Ground; after: Ground; counts: CarriedCounts; original_sha256: string | undefined },
): Promise<void> {
  const said = ({ version: { number, sha256, length } }: Ground) => ({ version: number, sha256, length });
  await record(ctx, {
    chain: article.desk_id,
    verb: 'article.revised',
    subject: `article:${article.id}`,
    article_id: article.id,
    before: said(before),
    after: {
      ...said(after),
      note: after.version.note,
      claims: { ...counts },
      ...(original_sha256 ? { original_sha256 } : {}),
    },
  });
}

/** Both texts, of each part that differs. */
function staleText(input: Revision, before: Ground): StaleEdit {
  const theirs = partsTypedOf(before.text, before.parts);
  const yours: Required<PartsTyped> = { ...EMPTY, ...input };
  const names = (Object.keys(EMPTY) as (keyof PartsTyped)[]).filter(
    (name) => lines(yours[name]) !== lines(theirs[name]),
  );
  const only = (parts: Required<PartsTyped>) => Object.fromEntries(names.map((name) => [name, lines(parts[name])]));
  return new StaleEdit(only(yours), only(theirs));
}

const EMPTY: Required<PartsTyped> = {
  headline: '',
  standfirst: '',
  body: '',
  pull_quotes: '',
  boxes: '',
  captions: [],
  credits: '',
};

function lines(words: string | string[]): string {
  return [words].flat().join('\n').trim();
}
