// Keeps the line that somebody reads where it is, while what stands above it changes.

const LINES = '.sheet [id^="sentence-"], .content [id]';

/** Notes the first line that is in the window; calling the result brings it back to where it was. */
export function holdLine(): () => void {
  const line = [...document.querySelectorAll(LINES)].find((one) => one.getBoundingClientRect().top >= 0);
  const panel = document.querySelector<HTMLElement>('#claim[data-number]');
  const was = { top: line?.getBoundingClientRect().top ?? 0, panel_top: bodyOf(panel)?.scrollTop ?? 0 };
  return () => {
    const now = line && document.getElementById(line.id);
    const moved = now ? now.getBoundingClientRect().top - was.top : 0;
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
    const again = document.querySelector<HTMLElement>('#claim[data-number]');
    const body = bodyOf(again);
    if (body && again?.dataset.number === panel?.dataset.number) body.scrollTop = was.panel_top;
  };
}

function bodyOf(panel: HTMLElement | null): HTMLElement | null {
  return panel?.querySelector<HTMLElement>('.claim-body') ?? null;
}
