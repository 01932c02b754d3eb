// A row of a spreadsheet as the look shows it: where it will stand, and what it brings.
import type { VersionText } from '#src/articles/version-text-store.ts';
import { type Html, html } from '#src/http/html.ts';
import { url } from '#src/paths.ts';
import { wordDiff } from '#src/word-diff.ts';
import { Paragraphs, type PlaceStatus } from '../placing/places.ts';
import type { Fate, RowPlan } from '../placing/plan.ts';

const PLACE_WORDS: Record<PlaceStatus, string> = {
  exact: 'word for word',
  moved: 'word for word, elsewhere',
  changed: 'nearly these words',
  paragraph: 'by its paragraph',
};

/** A row as the page shows it. */
export interface LookRow {
  position: number;
  row: number;
  fate: Fate;
  may_tick: boolean;
  /** The words of the text, or those of the sheet where they have no place; with what differs drawn in. */
  words: Html;
  place: string;
  sentence: number | null;
  claim: { number: number; href: string } | null;
  why: string;
  says: string[];
  remarks: string[];
}

export function rowOf(plan: RowPlan, { ground, id }: { ground: VersionText; id: number }): LookRow {
  const { position, line, fate, placed, claim, why, remarks } = plan;
  const now = placed === null ? line.words : ground.text.slice(placed.range.start, placed.range.end);
  return {
    ...{ position, row: line.row, fate, why, remarks, may_tick: fate !== 'nothing' },
    words:
      placed?.status === 'changed'
        ? wordDiff(line.words, now, { gone: 'in the sheet', come: 'in the text' })
        : html`${now}`,
    place: placed === null ? '' : PLACE_WORDS[placed.status],
    sentence: placed === null ? null : new Paragraphs(ground).sentenceAt(placed.range.start),
    claim: claim && { number: claim.number, href: url('claim', { id, number: claim.number }) },
    says: fate === 'tray' ? [] : saysOf(plan),
  };
}

function saysOf({ proposed: { verdict, sources, note, checker } }: RowPlan): string[] {
  return [
    verdict !== null && `suggests the verdict “${verdict.desk_label}”`,
    ...sources.map((source) => `suggests the source ${source}`),
    note !== '' && `note: ${note}`,
    checker !== null && `assigned to ${checker.name}`,
  ].filter((one) => one !== false);
}
