// Placeholders in the text of a statement, for values that are given when it is asked.

/** The place of the value of this name. */
export class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}
