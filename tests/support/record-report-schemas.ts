// Writes the JSON Schemas of the reports into docs, as the code has them now.
import { writeFileSync } from 'node:fs';
import { projectFolder } from '#src/http/project-folder.ts';
import { publishedSchemas } from '#src/reports/schema/json-schema.ts';

for (const [name, text] of publishedSchemas()) writeFileSync(projectFolder(`docs/${name}`), text);
