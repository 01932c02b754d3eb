// A clearance beside what came meanwhile: another version, another hold, or a clearance by somebody else.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { findAnchor } from '#src/claims/anchor-store.ts';
import type { ClaimFound } from '#src/claims/store.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound, StaleEdit } from '#src/errors.ts';
import { wordsAt } from '#src/reading/text/range.ts';
import { sentencesOf } from './legal.ts';
import type { LegalClearance, LegalHold } from './store.ts';

const CHANGED = {
  title: 'Changed while you had it open',
  yours: 'When you opened the page',
  theirs: 'Now',
  leave: 'Do not clear it',
};
const NOT_CLEARED = 'Nothing is cleared yet. Read what stands now; the button clears that.';

/** Of a claim: its sentence and its holds, then and now. NotFound for a version that never was. */
export async function staleClearance(
  db: Db,
  { article, claim, holds }: { article: ArticleFound; claim: ClaimFound; holds: LegalHold[] },
  seen: { version: number; holds: number },
): Promise<StaleEdit> {
  const { latest_version_number: latest } = article;
  const side = async (version: number, until: number) => ({
    sentence: await sentenceIn(db, { ...article, latest_version_number: version }, claim),
    holds: holds
      .slice(0, until)
      .map(({ person_name, reason }) => `${person_name}: ${reason}`)
      .join('\n'),
  });
  if (seen.version > latest) throw new NotFound();
  const [then, now] = [await side(seen.version, seen.holds), await side(latest, holds.length)];
  const came = [
    seen.version !== latest &&
      `version ${latest} came${then.sentence === now.sentence ? ', with the same sentence' : ''}`,
    then.holds !== now.holds && 'the claim was held again',
  ];
  const lead = `While you had this open, ${came.filter(Boolean).join(', and ')}. ${NOT_CLEARED}`;
  return new StaleEdit(then, now, againAs({ version: `${latest}`, holds: `${holds.length}` }, LABELS), {
    ...CHANGED,
    lead,
    button: `Clear claim for version ${latest}`,
  });
}

const LABELS = { sentence: 'Sentence', holds: 'Held because' };

/** Of the article: there is nothing to compare but whole versions, which the page of changes does. */
export function staleWholeClearance({ latest_version_number: latest }: ArticleFound, seen: number): StaleEdit {
  const lead = `While you had this open, version ${latest} came. Nothing is cleared yet. Read version ${latest} first; the button clears it.`;
  const [then, now] = [{ version: `version ${seen}` }, { version: `version ${latest}` }];
  const words = { ...CHANGED, lead, button: `Clear version ${latest}` };
  return new StaleEdit(then, now, againAs({ version: `${latest}` }, { version: 'What is cleared' }), words);
}

/** Somebody else of Legal cleared it with another note: which of the two stands. */
export function staleNote(clearance: LegalClearance, line: string): StaleEdit {
  const lead = `While you had this open, ${clearance.person_name} cleared it with another note. Choose the note that stands.`;
  const values = { clearance_line: clearance.line };
  const again = { ...againAs({ over: clearance.id }, { clearance_line: 'Note with the clearance' }), values };
  return new StaleEdit({ clearance_line: line }, values, again, { title: 'Cleared already', lead });
}

function againAs(instead: Record<string, string>, labels: Record<string, string>) {
  return { values: {}, labels, instead };
}

/** The whole sentence of the claim in that version; '' where it has no place there. */
async function sentenceIn(db: Db, article: ArticleFound, { id }: ClaimFound): Promise<string> {
  const ground = await getVersionText(db, article);
  const anchor = await findAnchor(db, { claim_id: id, version_id: ground.version.id });
  const range = anchor === undefined ? null : sentencesOf(ground, anchor);
  return range === null ? '' : (wordsAt(ground.text, range) ?? '');
}
