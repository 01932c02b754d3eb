// Words of a claim are selected by dragging over them, and by three clicks the whole sentence.
import { textNodesOf } from './selection.ts';

/** Browsers do not select inside a link. */
const CLAIM_LINK = '.text mark.claim a';
const MOVED_PIXELS = 4;

type Caret = [node: Node, offset: number];

/** Where a press in a claim began, while the button is down. */
let pressed: { caret: Caret; x: number; y: number } | null = null;
let is_selecting = false;

document.addEventListener('mousedown', (event) => {
  is_selecting = false;
  const is_plain = event.button === 0 && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
  const caret = is_plain && (event.target as Element).closest(CLAIM_LINK) ? caretAt(event) : null;
  pressed = caret && { caret, x: event.clientX, y: event.clientY };
});

document.addEventListener('mousemove', (event) => {
  if (!pressed || (event.buttons & 1) === 0) return;
  const distance = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y);
  if (!is_selecting && distance < MOVED_PIXELS) return;
  const caret = caretAt(event);
  if (!caret || !document.querySelector('#workbench .text')?.contains(caret[0])) return;
  is_selecting = true;
  window.getSelection()?.setBaseAndExtent(...pressed.caret, ...caret);
});

// What has just come to be selected under the mouse is not dragged away.
document.addEventListener('dragstart', (event) => {
  if (pressed) event.preventDefault();
});

document.addEventListener('mouseup', () => {
  pressed = null;
});

// The click at the end of it opens no claim.
document.addEventListener(
  'click',
  (event) => {
    if (!is_selecting) return;
    is_selecting = false;
    if (!(event.target as Element).closest('#workbench .text')) return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

// Three clicks select to the end of what stands between two marks: a sentence is meant.
document.addEventListener('click', ({ detail, target }) => {
  const sentence = detail === 3 ? (target as Element).closest('#workbench .text .sentence[data-start]') : null;
  if (!sentence || (target as Element).closest(CLAIM_LINK)) return;
  const nodes = textNodesOf(sentence);
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first && last) window.getSelection()?.setBaseAndExtent(first, 0, last, last.length);
});

function caretAt({ clientX, clientY }: MouseEvent): Caret | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(clientX, clientY);
    return caret && [caret.offsetNode, caret.offset];
  }
  // Safari before 26.2.
  const range = (document as Document).caretRangeFromPoint(clientX, clientY);
  return range && [range.startContainer, range.startOffset];
}
