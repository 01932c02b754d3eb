// A comment on a cell of an OpenDocument table, as its XML comes. Pure.

/** Who wrote it and what it says: its date, initials and looks are left. */
export class OdsAnnotation {
  #by = '';
  #words = '';
  #in_name = false;
  #paragraphs = 0;

  open(name: string): void {
    if (name === 'creator') this.#in_name = true;
    if (name === 'p') this.#paragraphs += 1;
    if (['p', 's', 'tab', 'line-break'].includes(name)) this.#words += ' ';
  }

  text(text: string): void {
    if (this.#in_name) this.#by += text;
    else if (this.#paragraphs > 0) this.#words += text;
  }

  close(name: string): void {
    if (name === 'creator') this.#in_name = false;
    if (name === 'p') this.#paragraphs -= 1;
  }

  said(): { by: string; words: string } {
    return { by: this.#by, words: this.#words };
  }
}
