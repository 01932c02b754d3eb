// The verdicts of the desk by their digits, for words and for the claim in hand.

export interface DeskVerdict {
  name: 'content_verdict' | 'attribution_verdict';
  value: string;
}

/** The verdict that this digit gives; undefined where the desk has none of that number. */
export function verdictAt(name: DeskVerdict['name'], place: number): DeskVerdict | undefined {
  const value = listed(name === 'content_verdict' ? 'contentVerdicts' : 'attributionVerdicts')[place - 1];
  return value === undefined ? undefined : { name, value };
}

/** Every answer to *is it so?* wants a sentence but the plain ones. */
export function wantsSentence(value: string): boolean {
  return !listed('plainVerdicts').includes(value);
}

function listed(name: string): string[] {
  return document.querySelector<HTMLElement>('#workbench')?.dataset[name]?.split(' ').filter(Boolean) ?? [];
}
