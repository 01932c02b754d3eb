// The regions of the page that lies there: the desk is told of them, and answers with those that differ.

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

/** Puts the regions of an answer where those of the page are. */
export function putRegions(answer: Document): void {
  for (const fresh of answer.querySelectorAll('[data-region]'))
    document
      .querySelector(`[data-region="${fresh.getAttribute('data-region')}"]`)
      ?.replaceWith(document.adoptNode(fresh));
}

/** Notes what lies there now that an answer, whole or in regions, is put in place. */
export function regionsCame(answer: Response, page: Document): void {
  had = answer.headers.get(HEADER) ?? saidIn(page);
}

function saidIn(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[name="page-regions"]')?.content ?? '';
}
