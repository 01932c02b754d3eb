// The part of a story in which checks are answered, the text runs as it was checked, and a report is signed.
import { bringAsRan, initialAsRan } from '#src/articles/as-ran/commands.ts';
import { findAsRan } from '#src/articles/as-ran/store.ts';
import { getArticle } from '#src/articles/store.ts';
import { partsTypedOf } from '#src/articles/version-parts.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { getClaim } from '#src/claims/store.ts';
import { notePublicationOf } from '#src/reports/handed-out/commands.ts';
import { letStand } from '#src/reports/leaks/commands.ts';
import { gatherLeaks } from '#src/reports/leaks/gather-leaks.ts';
import { signReport } from '#src/reports/signing/sign-commands.ts';
import { countReports } from '#src/reports/signing/store.ts';
import { missingSeen } from '#src/signoff/answers.ts';
import { giveReason, waiveCheck } from '#src/signoff/commands.ts';
import { gatherSignOff } from '#src/signoff/gather-sign-off.ts';
import type { CastName } from '../cast.ts';
import type { Hour, Story, StoryAnswer, StorySigning } from '../story.ts';
import { numberOf } from './claims.ts';
import type { Act, Stage } from './stage.ts';

/** The act in which the reason or the waiver is given. Throws where the check misses nothing, so that a changed story fails. */
export function actOfAnswer({ rule, about, by, at, words }: StoryAnswer): Act {
  return {
    at,
    run: async (stage) => {
      const ctx = stage.ctxOf(by, at);
      const { results } = await gatherSignOff(ctx, await getArticle(ctx, stage.article_id));
      const missing = results.find((one) => one.rule === rule)?.missing ?? [];
      if (about === null) return waiveCheck(ctx, stage.article_id, { rule, words, seen: missingSeen(missing) });
      const { id } = await getClaim(ctx.db, { id: stage.article_id }, { number: numberOf(stage, about) });
      const key = `claim:${id}`;
      const seen = missingSeen(missing.filter((one) => one.key === key));
      return giveReason(ctx, stage.article_id, { rule, key, words, seen });
    },
  };
}

/** The act in which an editor lets stand what the article prints. Throws where the report does not say it. */
export function actOfLettingStand({ at, by, words }: { at: Hour; by: CastName; words: string }): Act {
  return {
    at,
    run: async ({ ctxOf, article_id }) => {
      const ctx = ctxOf(by, at);
      const leaks = await gatherLeaks(ctx, await getArticle(ctx, article_id));
      const meant = leaks.filter(({ said, is_printed }) => is_printed && said.includes(words));
      if (meant.length === 0) throw new Error(`The story lets stand what no report says: ${words}`);
      for (const { key, covers } of meant) await letStand(ctx, article_id, { key, covers });
    },
  };
}

/** The act in which an editor pastes what ran, letter for letter the latest version, and initials it. */
export function actOfRun({ at, by }: NonNullable<Story['ran']>): Act {
  return {
    at,
    run: async ({ ctxOf, article_id }) => {
      const ctx = ctxOf(by, at);
      const { text, parts, version } = await getVersionText(ctx.db, await getArticle(ctx, article_id));
      await bringAsRan(ctx, article_id, partsTypedOf(text, parts));
      const as_ran = (await findAsRan(ctx.db, article_id))?.id ?? '';
      await initialAsRan(ctx, article_id, { as_ran, version: version.number, reason: '' });
    },
  };
}

/** The next report is signed, and sent. */
export function actsOfSigning(signing: StorySigning): Act[] {
  const { at, by, sent = [] } = signing;
  return [
    { at, run: (stage) => sign(stage, signing) },
    ...sent.map((one) => ({ at: one.at, run: (stage: Stage) => send(stage, by, one) })),
  ];
}

async function send(stage: Stage, by: CastName, { at, to_whom, how }: NonNullable<StorySigning['sent']>[number]) {
  const ctx = stage.ctxOf(by, at);
  const { article_id } = stage;
  const number = await countReports(ctx.db, article_id);
  const said = { audience: 'public', to_whom, how, sent_at: stage.localAt(at) } as const;
  await notePublicationOf(ctx, { article_id, number }, said);
}

async function sign(stage: Stage, { at, by, open, reason }: StorySigning): Promise<void> {
  const ctx = stage.ctxOf(by, at);
  const { latest_version_number: version } = await getArticle(ctx, stage.article_id);
  const number = (await countReports(ctx.db, stage.article_id)) + 1;
  const open_claims = open.map((words) => numberOf(stage, words));
  await signReport(ctx, stage.article_id, { number, version, open_claims, reason });
}
