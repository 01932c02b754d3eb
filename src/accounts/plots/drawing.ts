// The drawing board: Observable Plot on the server, loaded with the first plot, its output cleaned.
import { type Html, raw } from '#src/http/html.ts';
import type { SvgDocument, SvgElement } from './plot-marks.ts';

type Plot = typeof import('@observablehq/plot');
type Options = import('@observablehq/plot').PlotOptions;

export interface Board {
  Plot: Plot;
  document: SvgDocument;
}

let board: Promise<Board> | undefined;

/** The board; half a second the first time, in which nobody else has a turn, and nothing after: a desk that serves opens it before it is asked. */
export function openBoard(): Promise<Board> {
  board ??= setUp();
  return board;
}

async function setUp(): Promise<Board> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!DOCTYPE html><html><body></body></html>');
  return { Plot, document: document as unknown as SvgDocument };
}

export interface Naming {
  /** What the ids in it begin with; no other plot of the page may have it. */
  name: string;
  /** Beside "plot": which kind, which width. */
  kind: string;
  title: string;
  description: string;
}

interface PlotElement extends SvgElement {
  prepend(...children: SvgElement[]): void;
  removeAttribute(name: string): void;
  remove(): void;
  querySelectorAll(selector: string): Iterable<PlotElement>;
  readonly outerHTML: string;
}

/** Draws with Plot's scales and axes; the marks are functions of our own, which get the scales. */
export function draw({ Plot, document }: Board, options: Options, naming: Naming): Html {
  const { name, kind, title, description } = naming;
  const made = Plot.plot({ ...options, document: document as never, className: 'plot' });
  const svg = made as unknown as PlotElement;
  // The style sheet that Plot adds is refused by the CSP; its rules are in public/css/components/plots.css.
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const group of svg.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  // Not a value of SVG's font-variant; plots.css says it.
  for (const group of svg.querySelectorAll('[font-variant]')) group.removeAttribute('font-variant');
  for (const attribute of ['fill', 'font-family', 'font-size']) svg.removeAttribute(attribute);
  svg.setAttribute('class', `plot ${kind}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${name}-title ${name}-words`);
  svg.prepend(named(document, 'title', `${name}-title`, title), named(document, 'desc', `${name}-words`, description));
  return raw(svg.outerHTML);
}

function named(document: SvgDocument, tag: string, id: string, text: string): SvgElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  made.setAttribute('id', id);
  made.textContent = text;
  return made;
}
