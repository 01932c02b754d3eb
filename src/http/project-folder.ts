// Where the program's own files lie, whatever folder it was started from.
import { fileURLToPath } from 'node:url';

/** The full path of a folder of the project, such as `views` or `src/browser`. */
export function projectFolder(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}
