// A source of the demo's desk as it is typed: one line, and what stands beside it.
import type { SourceDetails } from '#src/sources/card/source.ts';

export interface Card extends SourceDetails {
  source_line: string;
}
