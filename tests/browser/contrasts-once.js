// Runs in a page behind axe: text in colours that were found readable on their ground before is not measured again.
(() => {
  const { axe } = globalThis;
  const OPAQUE = /^(rgb|color|oklch|oklab)\([^/]*\)$/;
  const CLEAR = 'rgba(0, 0, 0, 0)';
  const DRAWN = { visibilityProperty: true };
  const FIELDS = ['input', 'select', 'textarea'];
  const PICTURES = ['img', 'svg', 'video', 'canvas'];
  /** On these axe says that it cannot tell, and they are among what the colours are known by. */
  const UNTOLD = ['bgGradient', 'bgImage'];
  /** Colours that were looked at before, on other pages or on this one. */
  const known = new Set();
  let met = [];
  /** What has a colour or a picture of its own, by the rows of the page that it reaches into. */
  let painted = new Map();
  let grounds = new Map();
  let plain = new Map();
  /** Where axe could tell when it last looked in the light: in the dark the page is the same in other colours. */
  let light;
  let in_the_dark = false;

  const holds = (around, box) =>
    box.left >= around.left - 1 &&
    box.right <= around.right + 1 &&
    box.top >= around.top - 1 &&
    box.bottom <= around.bottom + 1;
  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  const isPlain = ({ opacity, filter, mixBlendMode }) =>
    opacity === '1' && filter === 'none' && mixBlendMode === 'normal';
  /** Whether an element and all around it are drawn as they are, with nothing shining through. */
  function areAllPlain(element) {
    if (element === null) return true;
    const found = plain.get(element);
    if (found !== undefined) return found;
    const is_plain = isPlain(getComputedStyle(element)) && areAllPlain(element.parentElement);
    plain.set(element, is_plain);
    return is_plain;
  }

  /** The nearest ground around an element that nothing shines through, with what lies on it; null where that is not plain. */
  function groundOf(element) {
    const found = grounds.get(element);
    if (found !== undefined) return found;
    const style = getComputedStyle(element);
    const ground = isPlain(style) ? laidOn(element, style) : null;
    grounds.set(element, ground);
    return ground;
  }

  function laidOn(element, { backgroundColor, backgroundImage }) {
    const own = [backgroundColor, backgroundImage].filter((one) => one !== CLEAR && one !== 'none');
    if (OPAQUE.test(backgroundColor)) return areAllPlain(element) ? { colours: own.join(), element } : null;
    const below = element.parentElement === null ? null : groundOf(element.parentElement);
    if (below === null || own.length === 0) return below;
    return { colours: [...own, below.colours].join(' on '), element: below.element };
  }

  const textsOf = (element) =>
    [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');

  /** The place for words in a field: a sign may stand beside them. */
  function insideOf(field) {
    const { left, right, top, bottom } = field.getBoundingClientRect();
    const { paddingLeft, paddingRight } = getComputedStyle(field);
    return { left: left + Number.parseFloat(paddingLeft), right: right - Number.parseFloat(paddingRight), top, bottom };
  }

  /** Where the own words of an element stand. */
  function boxesOf(element) {
    if (FIELDS.includes(element.localName)) return [insideOf(element)];
    const range = new Range();
    return textsOf(element).flatMap((text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()];
    });
  }

  const ROW = 40;
  function* rowsOf({ top, bottom }) {
    for (let row = Math.floor(top / ROW); row * ROW < bottom; row += 1) yield row;
  }
  /** What meets these words without being around them: it may lie under them or over them. */
  function othersAt(words, element) {
    const others = new Set();
    for (const word of words)
      for (const row of rowsOf(word))
        for (const { element: other, box } of painted.get(row) ?? []) if (meet(word, box)) others.add(other);
    return [...others].filter((other) => !other.contains(element));
  }

  /** All that the contrast of an element's own words can come from, for each ground they may stand on; none where that is not plain. */
  function allColoursOf(element) {
    const ground = groundOf(element);
    if (ground === null) return [];
    const words = boxesOf(element);
    const around = ground.element.getBoundingClientRect();
    if (words.length === 0 || !words.every((box) => holds(around, box))) return [];
    const others = othersAt(words, element);
    if (!others.every(isOpaque)) return [];
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const grounds = new Set([ground, ...others.map(groundOf)].map(({ colours }) => colours));
    return [...grounds].map((colours) => [color, colours, fontSize, fontWeight, textShadow].join(' | '));
  }

  /** The same where there is one ground, and nothing else meets them. */
  function coloursOf(element) {
    const [one, other] = allColoursOf(element);
    return other === undefined && othersAt(boxesOf(element), element).length === 0 ? one : undefined;
  }

  /** Whether nothing shines through a box, and it is of one colour. */
  function isOpaque(element) {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const is_plain =
      OPAQUE.test(backgroundColor) && backgroundImage === 'none' && !PICTURES.includes(element.localName);
    return is_plain && groundOf(element)?.element === element;
  }

  function isPainted(element) {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    return backgroundColor !== CLEAR || backgroundImage !== 'none' || PICTURES.includes(element.localName);
  }

  function paintedNow() {
    const rows = new Map();
    const boxes = [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility(DRAWN) && isPainted(element))
      .flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })));
    for (const one of boxes)
      for (const row of rowsOf(one.box)) {
        if (!rows.has(row)) rows.set(row, []);
        rows.get(row).push(one);
      }
    return rows;
  }

  const rule = axe._audit.rules.find(({ id }) => id === 'color-contrast');
  const check = axe._audit.checks['color-contrast'];
  const { matches } = rule;
  const { evaluate } = check;
  const hasWords = (element) => FIELDS.includes(element.localName) || textsOf(element).length > 0;
  /** Whether its words can be read on each ground that they may stand on. */
  const isKnown = (element) => {
    const all = allColoursOf(element);
    return all.length > 0 && all.every((colours) => known.has(colours));
  };
  rule.matches = (element, ...more) => {
    if (!hasWords(element)) return false;
    if (!isKnown(element)) return matches.call(rule, element, ...more);
    // Words in a closed fold are not drawn, nor are their colours the dark's when it comes.
    if (!in_the_dark && element.checkVisibility(DRAWN)) light.told.push(element);
    return false;
  };
  check.evaluate = function (element, ...more) {
    const colours = coloursOf(element);
    const { data } = this;
    let measured = {};
    this.data = (said) => {
      measured = said ?? {};
      return data.call(this, said);
    };
    const is_fine = isKnown(element) || evaluate.call(this, element, ...more);
    if (is_fine !== undefined && !in_the_dark) light.told.push(element);
    const is_told = is_fine === true && measured.contrastRatio > 1 && measured.bgColor;
    if (colours !== undefined && (is_told || (is_fine === undefined && UNTOLD.includes(measured.messageKey)))) {
      known.add(colours);
      met.push(colours);
    }
    return is_fine;
  };

  globalThis.contrasts = {
    /** Before axe looks: what is known from elsewhere, and the page as it is drawn now. */
    begin(elsewhere, is_dark) {
      for (const colours of elsewhere) known.add(colours);
      met = [];
      grounds = new Map();
      plain = new Map();
      painted = paintedNow();
      in_the_dark = is_dark;
      if (!is_dark) light = { told: [], width: innerWidth };
    },
    /** Whether nothing is new in the dark: all that axe could tell in the light, as wide as it is now, is in colours that are known. */
    areKnownInTheDark: () => light?.width === innerWidth && light.told.every(isKnown),
    /** What was looked at for the first time since. */
    met: () => met,
  };
})();
