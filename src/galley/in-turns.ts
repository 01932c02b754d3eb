// The galley of a large text, with turns for others while it is cut.
import { othersTurn } from '#src/others-turn.ts';
import { type GalleyMarks, type GalleyParagraph, galleyInSteps } from './segments.ts';

/** As galleyOf. */
export async function galleyInTurns(text: string, marks: GalleyMarks): Promise<GalleyParagraph[]> {
  const steps = galleyInSteps(text, marks);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await othersTurn();
  }
}
