// What is proposed for an article: words worth checking, and sources that the document it came from names.
import { stageDocument } from '#src/articles/intake/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import { standingSuggestions } from '#src/claims/analysis/suggestion.ts';
import { listClaims } from '#src/claims/store.ts';
import { dismissSuggestion } from '#src/claims/suggestions/dismiss-commands.ts';
import { dismissProposedSource } from '#src/evidence/proposed-sources/commands.ts';
import { bodyWith, GONE, HEADLINE } from './stocked-text.ts';
import type { At, Staff } from './stocked-things.ts';

/** A plain document, as one that names two sources in footnotes would be. */
export async function documentOf({ checker, desk_id }: Staff) {
  const bytes = Buffer.from(`${HEADLINE}\n\n${bodyWith(GONE)}`);
  const staged = await stageDocument(checker, { desk_id, document: { name: 'draft.txt', bytes } });
  const part = staged.draft.parts.findIndex(({ text }) => text.includes('Forty crates'));
  const start = staged.draft.parts[part]?.text.indexOf('Forty crates') as number;
  const note = { part, start, end: start + 12, url: '', note: '' };
  const proposed_sources = ['Harbour ledger, page 3', 'A rumour'].map((title) => ({ ...note, title }));
  return { ...staged, draft: { ...staged.draft, proposed_sources } };
}

/** One suggestion that stands and one that was dismissed; of the proposed sources the first stands, the second does not. */
export async function stockSuggestions({ id, staff: { checker } }: At) {
  const article = await getArticle(checker, id);
  const ground = await getVersionText(checker.db, article);
  const { suggestions } = await readingOfText(checker.db, ground, article.language);
  const claims = (await listClaims(checker.db, { article_id: id, version_id: ground.version.id })).flatMap(
    ({ start, end }) => (start === null || end === null ? [] : [{ start, end }]),
  );
  const standing = standingSuggestions(suggestions, { claims, ticks: [], initialled: [], decided: [] });
  const [taken, dismissed] = standing.map(({ start, end }) => ({ start: String(start), end: String(end) }));
  if (!taken || !dismissed) throw new Error('The text proposes too little.');
  await dismissSuggestion(checker, id, { start: Number(dismissed.start), end: Number(dismissed.end) });
  await dismissProposedSource(checker, id, { proposed: '1.2' });
  return { suggestion: taken, dismissed_suggestion: dismissed };
}
