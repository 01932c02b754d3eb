// Reads a new version before its transaction: the same text, a repeat, a stale form, or what it does.
import type { AssembledVersion } from '#src/articles/article.ts';
import { assembled } from '#src/articles/assembling.ts';
import type { AskComments } from '#src/articles/hooks.ts';
import type { DraftChosen } from '#src/articles/intake/comment-choices.ts';
import { type DocumentPlaced, NOTHING_PLACED, readFromDocument } from '#src/articles/intake/take-up-commands.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { type PartsTyped, partsTypedOf, partTextsIn } from '#src/articles/version-parts.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import type { Typed } from '#src/http/form.ts';
import { assertMay } from '#src/people/permissions.ts';
import { type FollowedSources, followedSources } from './follow-proposed-sources.ts';
import type { OnRevised } from './hooks.ts';
import { type Followed, followedInto, listSought, type Sought } from './read.ts';

export interface Revision extends PartsTyped, DraftChosen {
  /** A line about the version: who sent it, what it is for. */
  note?: string;
  /** The number of the version that the form showed. */
  version: number;
  /** The id of the draft that the form was filled in from: its document is kept as the original. */
  draft?: string;
  /** What later subjects do with the version, in their order. */
  on_revised?: readonly OnRevised[];
  /** What was typed beside the text, for them. */
  typed?: Typed;
  /** And with comments of its document that are to be queries. */
  ask_comments?: AskComments;
}

interface RevisionRead {
  before: VersionText;
  text: AssembledVersion;
  /** What was sought when the text was read, and where it goes; null where this very form was sent before. */
  follow: { sought: Sought; followed: Followed; proposed: FollowedSources } | null;
  /** What the document of the new version brings besides its text. */
  placed: DocumentPlaced;
}

/** What is read before the transaction. RuleBroken for the text that the desk has already, StaleEdit for an old form. */
export async function readRevision(ctx: Context, article: ArticleFound, input: Revision): Promise<RevisionRead> {
  assertMay(article.role, 'revise_article');
  const before = await getVersionText(ctx.db, article);
  const text = await assembled(partTextsIn(input), article.language);
  if (isSameText(text, before)) {
    if (!isRepeat(ctx, before, input)) throw new RuleBroken('The desk already has this text.', 'body');
    return { before, text, follow: null, placed: NOTHING_PLACED };
  }
  if (input.version !== before.version.number) throw staleText(input, before);
  const sought = await listSought(ctx.db, { article_id: article.id, version_id: before.version.id });
  return {
    before,
    text,
    follow: {
      sought,
      followed: await followedInto(ctx, article, { before, after: text, sought }),
      proposed: await followedSources(ctx, article, { before, after: text }),
    },
    placed: await readFromDocument(
      ctx,
      { ...input, article_id: article.id },
      { text: text.text, language: article.language },
    ),
  };
}

/** The same words in the same parts. */
function isSameText(text: AssembledVersion, { version, parts }: VersionText): boolean {
  const places = (some: readonly { role: string; start: number; end: number }[]) =>
    some.map(({ role, start, end }) => `${role} ${start} ${end}`).join();
  return text.sha256 === version.sha256 && places(text.parts) === places(parts);
}

/** The form that brought this version, sent again by the same person. */
function isRepeat(ctx: Context, { version }: VersionText, input: Revision): boolean {
  return input.version === version.number - 1 && version.created_by === ctx.actor.id;
}

/** Both texts, of each part that differs. */
function staleText(input: Revision, before: VersionText): StaleEdit {
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
