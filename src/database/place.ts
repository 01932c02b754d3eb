// What stands in the spelling of a statement for a value that comes later.

/** The place of the value of this name. */
export class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}
