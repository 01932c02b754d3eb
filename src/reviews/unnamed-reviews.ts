// Fixes and queries in which nobody of the desk is named, for lists that leave it. Pure.
import type { ReviewMaterial } from './gather-reviews.ts';
import type { AnswerFound } from './queries/store.ts';

/** Who is meant where an editor would be named, and where anybody of the desk. */
export const SOMEBODY = 'an editor of the desk';
export const MEMBER = 'somebody of the desk';

const OF_THE_DESK: Partial<Record<AnswerFound['answered_by'], string>> = { editor: SOMEBODY };

/** Fixes and queries without the names of people of the desk who asked, decided, answered or noted; the writer's stays. */
export function unnamedReviews<Material extends Pick<ReviewMaterial, 'fixes' | 'queries'>>(
  material: Material,
): Material {
  return {
    ...material,
    fixes: material.fixes.map((fix) => ({
      ...fix,
      asker_name: MEMBER,
      decider_name: fix.decider_name === null ? null : SOMEBODY,
    })),
    queries: material.queries.map((query) => ({
      ...query,
      asker_name: MEMBER,
      dropper_name: query.dropper_name === null ? null : MEMBER,
      answers: query.answers.map(unnamedAnswer),
    })),
  };
}

function unnamedAnswer(answer: AnswerFound): AnswerFound {
  return { ...answer, noter_name: null, name: OF_THE_DESK[answer.answered_by] ?? answer.name };
}
