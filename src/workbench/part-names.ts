// What the parts of a version are called on the pages; of several captions, which one.
import { PART_LABELS } from '#src/articles/part-labels.ts';
import type { PartRole } from '#src/articles/tables.ts';

/** The name of the part at this position: "Text", "Caption 2". */
export function partNameOf(parts: readonly { position: number; role: PartRole }[], position: number): string {
  const part = parts.find((one) => one.position === position);
  if (part === undefined) return '';
  const alike = parts.filter((one) => one.role === part.role);
  return alike.length > 1 ? `${PART_LABELS[part.role]} ${alike.indexOf(part) + 1}` : PART_LABELS[part.role];
}
