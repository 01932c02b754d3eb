// The part of a story that reaches the desk from outside: by a link, or in the writer's next document.
import { keepDocument } from '#src/articles/intake/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { partsTypedOf } from '#src/articles/version-parts.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { systemContext } from '#src/context.ts';
import { needed } from '#src/item-at.ts';
import { answerFacts } from '#src/reviews/own-facts/answer-commands.ts';
import { makeFactsLink } from '#src/reviews/own-facts/link-commands.ts';
import { handInContacts, handInNote } from '#src/reviews/package/hand-in-commands.ts';
import { handInFiles } from '#src/reviews/package/hand-in-files-commands.ts';
import { listPieces } from '#src/reviews/package/store.ts';
import { takePiece } from '#src/reviews/package/take-commands.ts';
import { makeWriterLink } from '#src/reviews/writer/link-commands.ts';
import type { StoryFacts, StoryNextVersion, StoryOutside, StoryPackage } from '../story-outside.ts';
import { writersFile } from '../writers-file.ts';
import { placeOf } from './claims.ts';
import { actOfSheet } from './sheets.ts';
import type { Act, Stage } from './stage.ts';

/** All of it, in its order. */
export function actsOfOutside({ package: handed, own_facts = [], sheet, next_version }: StoryOutside): Act[] {
  return [
    ...(handed ? actsOfPackage(handed) : []),
    ...own_facts.flatMap(actsOfFacts),
    ...(sheet ? [actOfSheet(sheet)] : []),
    ...(next_version ? [actOfNextVersion(next_version)] : []),
  ];
}

/** Far more than a story brings: what a desk allows is said where it is started. */
const LIMITS = { file_bytes: 1_000_000, files: 20, bytes: 20_000_000 };

function actsOfPackage(story: StoryPackage): Act[] {
  let token = '';
  const make = async (stage: Stage) => {
    const made = await makeWriterLink(stage.ctxOf(story.by, story.at), stage.article_id, { name: story.name, days: 7 });
    token = made.token;
  };
  const acts: Act[] = [
    { at: story.at, run: make },
    { at: story.brought_at, run: (stage) => bring(stage, token, story) },
  ];
  const { taken } = story;
  if (taken) acts.push({ at: taken.at, run: (stage) => take(stage, taken) });
  return acts;
}

/** Whoever has the link is nobody to the desk. */
async function bring(stage: Stage, token: string, { by, brought_at, files, contacts, note }: StoryPackage) {
  const ctx = outside(stage, by, brought_at);
  for (const { name, text, words, about } of files) {
    const file = { name, claimed: 'text/plain', bytes: Buffer.from(text) };
    await handInFiles(ctx, token, { files: [file], words, about, is_confidential: false }, LIMITS);
  }
  const empty = { body: '', phone: '', mail: '', about: '', words: '', is_confidential: 0 as const };
  await handInContacts(
    ctx,
    token,
    contacts.map((one) => ({ ...empty, ...one })),
  );
  await handInNote(ctx, token, { ...note, is_confidential: false });
}

async function take(stage: Stage, { by, at, name }: NonNullable<StoryPackage['taken']>): Promise<void> {
  const ctx = stage.ctxOf(by, at);
  const piece = (await listPieces(ctx.db, stage.article_id)).find((one) => one.name === name);
  const at_article = { article: await getArticle(ctx, stage.article_id), piece_id: needed(piece, name).id };
  const said = { title: '', type: 'document', alias: '', claim: undefined } as const;
  await takePiece(ctx, at_article, said, async () => {});
}

function actsOfFacts(story: StoryFacts): Act[] {
  let token = '';
  const make = async (stage: Stage) => {
    const ctx = stage.ctxOf(story.by, story.at);
    const { text, sentences, version } = await getVersionText(ctx.db, await getArticle(ctx, stage.article_id));
    const chosen = story.sentences.map((words) => {
      const { start } = placeOf(text, words);
      return needed(
        sentences.find((one) => start < one.end),
        words,
      ).number;
    });
    const link = { name: story.name, note: story.note, days: 7, sentences: chosen, version: version.number };
    token = (await makeFactsLink(ctx, stage.article_id, link)).token;
  };
  const { at, answers, ...said } = story.answered;
  const placed = answers.map((one, index) => ({ ...one, position: index + 1 }));
  return [
    { at: story.at, run: make },
    { at, run: (stage) => answerFacts(outside(stage, story.by, at), token, { ...said, answers: placed }) },
  ];
}

function outside(stage: Stage, by: StoryPackage['by'], at: StoryPackage['at']) {
  const ctx = stage.ctxOf(by, at);
  return systemContext(ctx.db, ctx.at);
}

/** A document that waits to be looked over, by whoever brought it. */
function actOfNextVersion({ by, at, name, author, ...marks }: StoryNextVersion): Act {
  return {
    at,
    run: async (stage) => {
      const ctx = stage.ctxOf(by, at);
      const article = await getArticle(ctx, stage.article_id);
      const { text, parts } = await getVersionText(ctx.db, article);
      const bytes = await writersFile(partsTypedOf(text, parts), { author, at: ctx.at, ...marks });
      await keepDocument(ctx, {
        desk_id: article.desk_id,
        article_id: article.id,
        document: { name, bytes },
        typed: {},
      });
    },
  };
}
