// Keeps where the reader is (cursor, claim, scrolling) while the page is replaced.

export interface Place {
  focused: string;
  was_in_claim: boolean;
  /** On the words of a claim: who opens it there comes to the claim. */
  was_on_words: boolean;
  cursor: [start: number, end: number] | null;
  claim: string | undefined;
  panel_top: number;
  window_top: number;
}

export function placeNow(): Place {
  const panel = document.querySelector<HTMLElement>('#claim');
  const active = document.activeElement;
  return {
    focused: active?.id ?? '',
    was_in_claim: panel?.contains(active) ?? false,
    was_on_words: active?.matches('.text mark.claim a') ?? false,
    cursor: isText(active) ? [active.selectionStart ?? 0, active.selectionEnd ?? 0] : null,
    claim: panel?.dataset.number,
    panel_top: panel?.querySelector('.claim-body')?.scrollTop ?? 0,
    window_top: window.scrollY,
  };
}

/** Brings the reader back; whoever was on a button of the claim that is gone comes to the claim itself. */
export function focusAgain(place: Place): void {
  window.scrollTo({ top: place.window_top, behavior: 'instant' });
  const panel = document.querySelector<HTMLElement>('#claim');
  const body = panel?.querySelector('.claim-body');
  if (body && panel?.dataset.number === place.claim) body.scrollTop = place.panel_top;
  const again = place.focused ? document.getElementById(place.focused) : null;
  const next =
    again ?? (place.was_in_claim || (place.was_on_words && panel?.dataset.number !== place.claim) ? panel : null);
  next?.focus({ preventScroll: true });
  // It lies in a fold that is closed now.
  if (place.was_in_claim && document.activeElement !== next) panel?.focus({ preventScroll: true });
  if (place.cursor && isText(next)) next.setSelectionRange(...place.cursor);
}

function isText(element: Element | null | undefined): element is HTMLInputElement | HTMLTextAreaElement {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && ['text', 'search', 'url', 'tel'].includes(element.type))
  );
}
