// Children under foreign parents: addresses of this article or desk that name what belongs to another one.
import { addressOf, type Places, placesIn } from './addresses.ts';
import type { Fields } from './outcome.ts';
import { wantedBy } from './sent.ts';
import type { Stock } from './stocked-desk.ts';
import type { Row } from './table.ts';

export interface Misplaced {
  /** Which place is wrong, and whose it is. */
  name: string;
  value: string;
  method: Row['method'];
  path: string;
  fields: Fields;
}

/** For each row and each place in it behind the first: what stands in that place elsewhere. */
export function misplacedIn(stock: Stock, rows: readonly Row[]): Misplaced[] {
  const whole = rows.filter(({ which, query }) => which === '' && query === '');
  return whole.flatMap((row) => {
    const { places, fields } = wantedBy(stock, row, 'E');
    return placesIn(row.path)
      .slice(1)
      .flatMap((place) =>
        valuesElsewhere(stock, place).map(([whose, value]) => {
          const path = addressOf(row.path, { ...places, [place]: value });
          return { name: `${place} ${whose}`, value, method: row.method, path, fields };
        }),
      );
  });
}

function valuesElsewhere({ own, sibling, foreign, elsewhere }: Stock, place: string): [whose: string, value: string][] {
  const known: [string, Places][] = [
    ['of another article of the desk', sibling.places],
    ['of an article of another desk', foreign.places],
    ['of another desk', elsewhere],
    // Numbers are of an article; by its id nothing is found that has one, here or elsewhere.
    ['by its id', own.ids],
    ['of another article, by its id', sibling.ids],
    ['of another desk, by its id', foreign.ids],
  ];
  const values = known.flatMap(([whose, places]): [string, string][] => {
    const value = places[place];
    return value === undefined || value === own.places[place] || place.includes('.') ? [] : [[whose, value]];
  });
  return values.filter(([, value], at) => values.findIndex(([, other]) => other === value) === at);
}
