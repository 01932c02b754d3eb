// The regions of the page that is open: the desk is told of them, and answers with those that differ.

const HEADER = 'Page-Regions';

let had = saidIn(document);

/** For a request: which regions lie there, by their fingerprints. Empty on a page without. */
export function regionsHad(): Record<string, string> {
  return had === '' ? {} : { [HEADER]: had };
}

/** Whether the answer is made of regions of the page that lies there. */
export function inRegions(answer: Response): boolean {
  return answer.headers.has(HEADER);
}

/** Of which page an answer is: a form that leads on to one may be answered with it. */
export function addressOf(answer: Response): URL {
  return new URL(answer.headers.get('Page-Address') ?? answer.url, answer.url);
}

/** Puts the regions of an answer where those of the page are, but for those that are to stay; their names. */
export function putRegions(answer: Document, stays: (region: Element) => boolean = () => false): string[] {
  const kept: string[] = [];
  for (const fresh of answer.querySelectorAll('[data-region]')) {
    const name = fresh.getAttribute('data-region') ?? '';
    const stale = document.querySelector(`[data-region="${name}"]`);
    if (stale && stays(stale)) kept.push(name);
    else stale?.replaceWith(document.adoptNode(fresh));
  }
  return kept;
}

/** Notes what lies there now that an answer, whole or in regions, is put in place, but for the regions that stayed. */
export function regionsCame(answer: Response, page: Document, kept: readonly string[] = []): void {
  const came = answer.headers.get(HEADER) ?? saidIn(page);
  const before = had.split(' ');
  had =
    kept.length === 0
      ? came
      : came
          .split(' ')
          .map((one) => older(one, before, kept))
          .join(' ');
}

function older(came: string, before: readonly string[], kept: readonly string[]): string {
  const name = came.slice(0, came.indexOf('='));
  return kept.includes(name) ? (before.find((one) => one.startsWith(`${name}=`)) ?? came) : came;
}

function saidIn(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[name="page-regions"]')?.content ?? '';
}
