// The versions of an article, what became of the claims, and the form for the next.
import { listOriginals, listWaitingDrafts, type OriginalFound } from '#src/articles/intake/store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { listVersions, type VersionRow } from '#src/articles/version-store.ts';
import { type AnchorCount, countAnchors } from '#src/claims/revision/store.ts';
import { STANDING_LABELS } from '#src/claims/standing.ts';
import type { Context } from '#src/context.ts';
import { counted, saySize } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayTime } from '#src/dates.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { listNames } from '#src/people/person-store.ts';
import { gatherArticle } from '../gather-article.ts';
import { headOf } from '../head.ts';
import { type NextVersion, startOf } from './next-version-page.ts';

/** The model of /articles/:id/versions. */
export async function versionsPage(ctx: Context, found: ArticleFound, next: NextVersion = {}) {
  const gathered = await gatherArticle(ctx, found);
  const { article, ground } = gathered;
  const versions = await listVersions(ctx.db, article.id);
  const counts = await countAnchors(ctx.db, article.id);
  const people = [...new Set(versions.map((version) => version.created_by).filter((one) => one !== null))];
  const names = new Map((await listNames(ctx.db, people)).map((person) => [person.id, person.display_name]));
  const may_see = may(article.role, 'see_original');
  const originals = may_see ? await listOriginals(ctx.db, article.id) : [];
  const may_revise = may(article.role, 'revise_article');
  return {
    title: `Versions · ${cutAtWord(article.title, 40)}`,
    nav: 'articles',
    where: article.desk_name,
    head: headOf(gathered, ctx.at, 'versions'),
    versions: versions.map((version) => ({
      number: version.number,
      sha256: version.sha256,
      note: gathered.discretion.see(version.note),
      at: version.created_at,
      said_at: sayTime(version.created_at, article.time_zone, ctx.at),
      by: version.created_by === null ? 'the operator' : (names.get(version.created_by) ?? 'somebody'),
      size: `${counted(version.sentence_count, 'sentence')}, ${version.length.toLocaleString('en')} characters`,
      claims_said: version.number === 1 ? '' : sayClaims(version, counts),
      original: originalOf(originals, version.number),
    })),
    latest: ground.version.number,
    ...(await startOf(ctx, gathered, next)),
    may_see_as_ran: may(article.role, 'see_as_ran'),
    waiting: may_revise && !next.draft ? await waitingOf(ctx, article) : [],
    may_revise,
  };
}

/** Documents that the person has brought and not looked over yet. */
async function waitingOf(ctx: Context, { id, number, time_zone }: ArticleFound) {
  const drafts = await listWaitingDrafts(ctx, id);
  return drafts.map(({ id: draft, name, created_at }) => ({
    name: cutAtWord(name, 120),
    brought: sayTime(created_at, time_zone, ctx.at),
    href: url('versions', { id: number }, { draft }),
  }));
}

function originalOf(originals: readonly OriginalFound[], number: number) {
  const original = originals.find((one) => one.version_number === number);
  return original
    ? { name: cutAtWord(original.name, 120), size: saySize(original.size), sha256: original.sha256 }
    : null;
}

const STATUS_WORDS = [
  ['exact', 'in place'],
  ['moved', 'moved'],
  ['changed', 'changed'],
  ['lost', `with ${STANDING_LABELS.words_gone}`],
] as const;

/** "Of 28 claims 24 in place, 3 changed, 1 lost; 4 to check again". */
function sayClaims(version: VersionRow, counts: AnchorCount[]): string {
  const here = counts.filter((one) => one.version_id === version.id);
  const sum = (some: AnchorCount[]) => some.reduce((total, one) => total + one.count, 0);
  if (sum(here) === 0) return 'No claim yet';
  const said = STATUS_WORDS.map(([status, word]) => [sum(here.filter((one) => one.status === status)), word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
  const again = sum(here.filter((one) => one.with_cause));
  return `Of ${counted(sum(here), 'claim')} ${said}${again > 0 ? `; ${again} touched by a change` : ''}`;
}
