// The links under a list that fills more than one page. Pure.

export interface Pager {
  /** "1 to 50", or with the number of all "1 to 50 of 312". */
  here: string;
  /** '' where there is none. */
  previous: string;
  next: string;
}

interface Paged {
  page: number;
  /** How many stand on a page. */
  length: number;
  /** How many there are; where nobody counted them, as many as are known of. */
  count: number;
  is_counted: boolean;
}

/** Null where all of it stands on one page. From beyond the end a link leads back to the last page that is known of. */
export function pagerOf({ page, length, count, is_counted }: Paged, href: (page: number) => string): Pager | null {
  if (page === 1 && count <= length) return null;
  const first = (page - 1) * length;
  const last = Math.max(1, Math.ceil(count / length));
  const of = is_counted ? ` of ${count.toLocaleString('en')}` : '';
  return {
    here: first < count ? `${first + 1} to ${Math.min(first + length, count)}${of}` : `Nothing on page ${page}`,
    previous: page > 1 ? href(Math.min(page - 1, last)) : '',
    next: page < last ? href(page + 1) : '',
  };
}
