// The verb that takes an article in.
import { type Context, transact } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { isUniqueViolation } from '#src/database/engine.ts';
import { isId, newId } from '#src/ids.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine, foldKey } from '#src/text-fields.ts';
import { type AssembledVersion, countParagraphs } from './article.ts';
import { type CheckingTyped, readChecking } from './article-profile.ts';
import { titleOf } from './article-title.ts';
import { assembled } from './assembling.ts';
import { readDetails } from './details/details.ts';
import { shownChecking } from './details/details-change.ts';
import type { DetailsTyped } from './details/details-rules.ts';
import type { AskComments } from './hooks.ts';
import type { DocumentStaged } from './intake/commands.ts';
import type { DraftChosen } from './intake/comment-choices.ts';
import { type DocumentPlaced, readFromDocument, takeUpDocument, takeUpDraft } from './intake/take-up-commands.ts';
import { askForReading } from './reading-commands.ts';
import { getArticle, insertArticle } from './store.ts';
import type { ArticleTable } from './tables.ts';
import { languageOfText } from './text-language.ts';
import { type PartsTyped, partTextsIn } from './version-parts.ts';
import { findTakenIn, insertVersion } from './version-store.ts';
import { recordOnArticle } from './with-article.ts';

export interface ArticleTyped extends DetailsTyped, CheckingTyped, PartsTyped, DraftChosen {
  /** The id that the form was given when it was opened: the same form sent twice makes one article. */
  id?: string;
  /** What the desk calls it; empty for the headline, or the first sentence of the body. */
  title?: string;
  /** The id of the draft that the form was filled in from: its document is kept as the original. */
  draft?: string;
  /** A document that was read a moment ago and lies in no draft: it is kept as the original. */
  document?: DocumentStaged;
  /** What later subjects do with comments of the document that are to be queries. */
  ask_comments?: AskComments;
}

export type ArticleTakenIn = ArticleTable & {
  sentence_count: number;
  paragraph_count: number;
  /** What became of comments of its document; '' where nothing did. */
  said: string;
};

/**
 * Takes an article in at a desk of the actor's: stores its first version, its parts and sentences. The same form sent
 * twice (same id, same text) gives back the article of the first time. Throws NotFound (no such desk of the actor's),
 * Forbidden (guests), TooLarge, RuleBroken with the field.
 */
export async function takeArticleIn(ctx: Context, desk_slug: string, input: ArticleTyped): Promise<ArticleTakenIn> {
  const read = await readVersion(ctx, desk_slug, input);
  try {
    return await transact(ctx, (ctx) => takeIn(ctx, desk_slug, { input, ...read }));
  } catch (error) {
    // Both posts of one form may run side by side on PostgreSQL; the slower one then finds the article of the faster.
    if (!isUniqueViolation(error) || ctx.db.isTransaction) throw error;
    return await transact(ctx, (ctx) => takeIn(ctx, desk_slug, { input, ...read }));
  }
}

/** What takes long for a large text, before the transaction opens; who may is asked first, and again in it. */
async function readVersion(ctx: Context, desk_slug: string, input: ArticleTyped): Promise<VersionRead> {
  const desk = await getDeskBySlug(ctx, desk_slug);
  assertMay(desk.role, 'take_article_in');
  const { language } = readDetails({ ...input, ...guessed(input, desk) }, desk);
  const version = await assembled(partTextsIn(input), language);
  return { version, placed: await readFromDocument(ctx, input, { text: version.text, language }) };
}

function guessed(input: ArticleTyped, desk: { language: string }) {
  const text = partTextsIn(input).map((part) => part.text);
  return languageOfText(input.language, text.join('\n'), desk);
}

interface VersionRead {
  version: AssembledVersion;
  /** What its document brings besides. */
  placed: DocumentPlaced;
}

async function takeIn(
  ctx: Context,
  desk_slug: string,
  { input, version, placed }: VersionRead & { input: ArticleTyped },
): Promise<ArticleTakenIn> {
  const desk = await getDeskBySlug(ctx, desk_slug);
  assertMay(desk.role, 'take_article_in');
  const { language_guessed, ...language } = guessed(input, desk);
  const details = readDetails({ ...input, ...language }, desk);
  const counts = { sentence_count: version.sentences.length, paragraph_count: countParagraphs(version.sentences) };
  const id = input.id !== undefined && isId(input.id) ? input.id : newId();
  const known = await findTakenIn(ctx.db, id);
  if (known?.desk_id === desk.id && known.sha256 === version.sha256)
    return { ...(await getArticle(ctx, known.article_id)), ...counts, said: '' };
  const { profile, ...checking } = await readChecking(ctx.db, desk.id, input);
  const article: ArticleTable = {
    // An id that is taken by another text is that of a form from which one article was taken in already: this is the next.
    id: known === undefined ? id : newId(),
    number: await nextNumber(ctx.db, 'article'),
    desk_id: desk.id,
    ...titleAndKeys(cleanLine(input.title ?? '') || titleOf(version), details.byline),
    ...details,
    language_guessed,
    ...IN_WORK,
    ...checking,
    latest_version_number: 1,
    changed_seq: 1,
    beside_claims_seq: 1,
    revision: 1,
    created_at: ctx.at,
    created_by: ctx.actor.id,
  };
  const { draft, document, ask_comments } = input;
  const said = await store(ctx, article, { ...version, placed, profile, draft, document, ask_comments });
  return { ...article, ...counts, said };
}

type Documents = { [Name in 'draft' | 'document' | 'ask_comments']: ArticleTyped[Name] | undefined } & Pick<
  VersionRead,
  'placed'
>;

async function store(
  ctx: Context,
  article: ArticleTable,
  {
    text,
    sha256,
    profile,
    draft,
    document,
    placed: { proposed_sources, asked },
    ask_comments,
    ...rows
  }: AssembledVersion & { profile: string } & Documents,
): Promise<string> {
  await insertArticle(ctx.db, article);
  const version_id = await insertFirstVersion(ctx, article, { text, sha256, ...rows });
  const { desk_id, language } = article;
  const taken = { id: version_id, desk_id, text, language, proposed_sources };
  const original_sha256 = draft
    ? await takeUpDraft(ctx, draft, taken)
    : document && (await takeUpDocument(ctx, document.file, taken));
  await recordOnArticle(ctx, article, {
    verb: 'article.taken_in',
    after: {
      title: article.title,
      sha256,
      length: text.length,
      ...shownChecking({ profile, needs_legal: article.needs_legal }),
      ...(original_sha256 ? { original_sha256 } : {}),
    },
  });
  await askForReading(ctx, article);
  if (asked.length === 0 || ask_comments === undefined) return '';
  return await ask_comments(ctx, article, { comments: asked, version: { id: version_id, text } });
}

/** Stores the text as version 1 of the article; the version's id. */
async function insertFirstVersion(
  ctx: Context,
  { id: article_id, desk_id }: ArticleTable,
  { text, sha256, parts, sentences }: AssembledVersion,
): Promise<string> {
  const version_id = newId();
  const made = { created_at: ctx.at, created_by: ctx.actor.id };
  await insertVersion(
    ctx.db,
    { id: version_id, article_id, desk_id, number: 1, sha256, text, length: text.length, note: '', ...made },
    {
      parts: parts.map((part) => ({ version_id, ...part })),
      sentences: sentences.map((sentence) => ({ id: newId(), version_id, ...sentence })),
    },
  );
  return version_id;
}

const IN_WORK = { put_away_at: null, put_away_by: null, put_away_reason: '' };

/** The title as it is stored, with the keys by which it is sorted, and found with its writer. */
export function titleAndKeys(title: string, byline: string): { title: string; title_key: string; find_key: string } {
  return { title, title_key: foldKey(title), find_key: foldKey(`${title} ${byline}`) };
}
