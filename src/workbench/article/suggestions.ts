// What the program suggests, as pages show it: in words, ordered, from a line up.
import { languageName } from '#src/articles/languages.ts';
import { placeOf, type Suggestion, takenTogether, USUAL_LINE } from '#src/claims/analysis/suggestion.ts';
import { figureWords } from '#src/claims/figures/figure-words.ts';
import { keyReason } from '#src/claims/key-rule.ts';
import { SUGGESTION_ORDERS, type SuggestionOrder } from '#src/claims/suggestion-order.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { lexiconOf } from '#src/reading/lexicons/lexicons.ts';
import { readsAsEnglish } from '#src/reading/text/languages.ts';
import type { WorkbenchView } from '../gather-article.ts';

/** How the list of suggestions is shown: `line` from 0 to 100. */
export interface SuggestionsView {
  line: number;
  order: SuggestionOrder;
}

export interface ListedSuggestion {
  place: string;
  start: number;
  end: number;
  sentence: number;
  words: string;
  reasons: string;
  speakers: string;
  figures: string[];
  key_reason: string | null;
  score: number;
  score_words: string;
}

/** What was asked for in the address; anything unknown is as usual. */
export function suggestionsViewIn(query: { above?: unknown; order?: unknown }): SuggestionsView {
  const line = /^\d{1,3}$/.test(String(query.above)) ? Math.min(Number(query.above), 100) : USUAL_LINE * 100;
  return { line, order: SUGGESTION_ORDERS.find((one) => one === query.order) ?? 'text' };
}

/** The list of suggestions beside the text. */
export function suggestionList(gathered: WorkbenchView, { line, order }: SuggestionsView) {
  const shown = suggestedFrom(gathered, line);
  const listed = order === 'score' ? [...shown].sort((a, b) => b.score - a.score || a.start - b.start) : shown;
  const id = gathered.article.number;
  const orders: [SuggestionOrder, string][] = [
    ['text', 'In the order of the text'],
    ['score', 'By score'],
  ];
  return {
    line,
    order,
    language_note: languageNote(gathered.article.language),
    all: gathered.suggestions.length,
    together: takenTogether(gathered.suggestions, line / 100).length,
    suggestions: listed.map((suggestion) => listedSuggestion(gathered, suggestion)),
    dismissed: gathered.dismissed.map((suggestion) => listedSuggestion(gathered, suggestion)),
    orders: orders.map(([one, label]) => ({
      label,
      href: url('claims', { id }, { list: 'suggested', above: line, order: one }),
      is_current: one === order,
    })),
    may_decide: may(gathered.article.role, 'mark_claims'),
  };
}

/** Whoever reads a text in another language is told what the program can and cannot see in it. */
function languageNote(language: string): string {
  if (readsAsEnglish(language) || lexiconOf(language)) return '';
  return `The words of this text (${languageName(language)}) are not understood by the program: it goes by numbers in digits, quotation marks and names. Read more carefully than the list suggests.`;
}

export type SuggestionList = ReturnType<typeof suggestionList>;

/** The suggestions that stand, from this line up. */
export function suggestedFrom(gathered: WorkbenchView, line: number): Suggestion[] {
  return gathered.suggestions.filter((suggestion) => suggestion.score >= line / 100);
}

/** One suggestion in words for a person. */
export function listedSuggestion(gathered: WorkbenchView, suggestion: Suggestion): ListedSuggestion {
  const { start, end, score, reasons, reading, key_sorts, sentence } = suggestion;
  return {
    place: placeOf(suggestion),
    start,
    end,
    sentence,
    words: gathered.ground.text.slice(start, end),
    reasons: reasons.join(', '),
    speakers: reading.attribution.map(({ name, role }) => (role ? `${name}, ${role}` : name)).join(' → '),
    figures: reading.figures.map(figureWords),
    key_reason: keyReason(key_sorts, gathered.keys),
    score: Math.floor(score * 100),
    score_words: scoreWords(score),
  };
}

function scoreWords(score: number): string {
  if (score >= 0.8) return 'very likely worth checking';
  if (score >= 0.6) return 'likely worth checking';
  return score >= USUAL_LINE ? 'perhaps worth checking' : 'hardly worth checking';
}
