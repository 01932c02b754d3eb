// A plot as a picture that brings its own style, since no style sheet follows it into a PDF. Pure.
import type { Html } from '#src/http/html.ts';

/** The rules of plots.css on paper, in plain colours. */
const STYLE = `text{fill:#1c1b19;font-family:Inter;font-size:13px}
.axis text{fill:#5a574f;font-size:11.5px}.axis path,.axis line{stroke:#6a665c}
.grid line{stroke:#e3dfd5;stroke-opacity:1}.lead{stroke:#e3dfd5;stroke-dasharray:1 3}
.name{font-weight:600}.time-plot .name{font-size:12px}.role{fill:#5a574f;font-size:11.5px}
.number{font-weight:600}.no-figure{fill:#5a574f}
.ring{fill:#1f4b7a;stroke:#1f4b7a;stroke-width:2.25px}.above .ring,.below .ring{fill:#8a4e00;stroke:#8a4e00}
.mark .hollow,.about .ring{fill:#fff}.about .ring{stroke-dasharray:3 2.24}
.bar{stroke:#1f4b7a;stroke-width:7px;stroke-linecap:round}.about .bar{stroke-dasharray:1 9}
.above .bar,.below .bar{stroke:#8a4e00}
.head{fill:none;stroke:#8a4e00;stroke-width:2.25px;stroke-linecap:round;stroke-linejoin:round}
stop{stop-color:#8a4e00}.faint{stop-opacity:.18}
.followed-band{fill:#e8eff7}.followed-line{stroke:#1f4b7a;stroke-width:1.5px;stroke-dasharray:5 3}
.thread{fill:none;stroke:#6a665c;stroke-width:1.25px}.leader{fill:none;stroke:#e3dfd5}`;

/** The drawing as a file by itself. */
export function plotPicture(plot: Html): string {
  return plot
    .toString()
    .replace(/^<svg /, '<svg xmlns="http://www.w3.org/2000/svg" color="#1c1b19" ')
    .replace('>', `><style>${STYLE}</style>`);
}

/** What the drawing shows, in words, as it says itself. */
export function plotWords(plot: Html): string {
  const [, words = ''] = /<desc[^>]*>([\s\S]*?)<\/desc>/.exec(plot.toString()) ?? [];
  return words.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, decimal, hex, name) =>
    name
      ? (NAMED[name.toLowerCase()] ?? '')
      : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
