// The frame of a plot: a picture with a name and its words.
import type { Html } from '#src/http/html.ts';
import { element } from './plot-marks.ts';

export interface Naming {
  /** What the ids in it begin with; no other plot of the page may have it. */
  name: string;
  /** Beside "plot": which kind, which width. */
  kind: string;
  title: string;
  description: string;
}

/** One picture of this size of all that was drawn, what lies behind first. */
export function draw(
  { width, height }: { width: number; height: number },
  { name, kind, title, description }: Naming,
  ...drawn: Html[]
): Html {
  const frame = { width, height, viewBox: `0 0 ${width} ${height}`, 'text-anchor': 'middle' };
  const named = { class: `plot ${kind}`, role: 'img', 'aria-labelledby': `${name}-title ${name}-words` };
  const words = [
    element('title', { id: `${name}-title` }, title),
    element('desc', { id: `${name}-words` }, description),
  ];
  return element('svg', { ...named, ...frame }, ...words, ...drawn);
}
