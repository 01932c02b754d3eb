// A plain OK in the list that is initialled together: in its sentence, with what it rests on.
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayTime } from '#src/dates.ts';
import { gradeOf } from '#src/evidence/evidence.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { placedRange, type Range, rangesTouching, wholeRangesAround } from '#src/reading/text/range.ts';
import { whyNotTicked } from '#src/reviews/second-read/plain-ok.ts';
import { type Visibility, visibilityOf } from '#src/sources/confidentiality.ts';
import type { ClaimWithEvidence } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';

/** A passage in a list is a reminder; its own page has the whole of it. */
const PASSAGE_SHOWN = 240;

/** The row of one claim. `unticked` says why somebody has to tick it by hand; '' where it is ticked for them. */
export function plainOkRow(gathered: WorkbenchView, claim: ClaimWithEvidence, now: string) {
  const { article, members } = gathered;
  const range = placedRange(claim);
  const checker = members.find((member) => member.person_id === claim.checker_id)?.display_name ?? 'nobody';
  const say = (at: string) => sayTime(at, article.time_zone, now);
  return {
    number: claim.number,
    revision: claim.revision,
    words: claim.words,
    ...around(gathered, range),
    unticked: whyNotTicked({
      uses: claim.evidence,
      unchecked: uncheckedBeside(gathered, range),
      is_placed: range !== null,
    }),
    rests_on: claim.evidence.map((use) => restsOn(use, { visibility: visibilityOf(article.role), say })),
    set_by: claim.as_of === '' ? checker : `${checker}, ${say(claim.as_of)}`,
  };
}

/** The rest of the sentence that the words stand in. */
export function around({ ground }: WorkbenchView, range: Range | null): { before: string; after: string } {
  const whole = range === null ? null : wholeRangesAround(ground.sentences, range);
  if (range === null || whole === null) return { before: '', after: '' };
  return { before: ground.text.slice(whole.start, range.start), after: ground.text.slice(range.end, whole.end) };
}

function uncheckedBeside({ ground, coverage }: WorkbenchView, range: Range | null): string[] {
  const touched = range === null ? [] : rangesTouching(ground.sentences, range);
  return touched.flatMap(({ number }) =>
    (coverage.sentences[number - 1]?.leftovers ?? []).map(({ start, end }) => ground.text.slice(start, end)),
  );
}

/** A list tells those outside of a confidential source only that there is one. */
function restsOn(use: EvidenceRow, { visibility, say }: { visibility: Visibility; say: (at: string) => string }) {
  if (visibility === 'outside' && use.source_is_confidential === 1)
    return { title: 'a confidential source', place: '', passage: '', facts: '' };
  const by = use.added_by_name?.split(' ')[0] ?? '';
  const stance = use.stance === 'for' ? '' : use.stance;
  const is_confidential = use.source_is_confidential === 1 && 'confidential';
  const facts = [
    stance,
    is_confidential,
    gradeOf(use),
    [by, use.added_at && say(use.added_at)].filter(Boolean).join(', '),
  ];
  return {
    title: use.source_title,
    place: use.place,
    passage: cutAtWord(use.passage, PASSAGE_SHOWN),
    facts: facts.filter(Boolean).join(' · '),
  };
}
