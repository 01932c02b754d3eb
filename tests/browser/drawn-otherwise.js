// Runs in a page behind axe: what of it is drawn in a narrow window otherwise than in the wide one that was looked at whole.
(() => {
  const SEEN = { visibilityProperty: true, opacityProperty: true };
  const all = () => [...document.body.querySelectorAll('*')];
  const isDrawn = (element) => element.checkVisibility(SEEN) && element.getClientRects().length > 0;
  /** An element by what it is and what it stands in: the same style sheets draw all of its kind. */
  const kindOf = (element) => {
    const { localName, classList, parentElement } = element;
    const own = [localName, ...classList].join('.');
    return parentElement === null ? own : `${kindOf(parentElement)} ${own}`;
  };
  /** The page as it was looked at whole; nothing once it is another. */
  let whole;
  const changes = new MutationObserver(() => {
    whole = undefined;
  });

  globalThis.drawing = {
    /** The page is looked at whole, as wide as it is now. */
    note() {
      whole = { drawn: new Set(all().filter(isDrawn)), width: innerWidth };
      changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    },
    /** Kinds of what comes or goes in this window; nothing where the page was not looked at whole as it is. */
    otherwise() {
      if (whole === undefined || whole.width === innerWidth || changes.takeRecords().length > 0) return undefined;
      const differs = all().filter((element) => isDrawn(element) !== whole.drawn.has(element));
      return [...new Set(differs.map(kindOf))];
    },
  };
})();
