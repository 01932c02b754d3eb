// The published JSON Schemas of both reports. Pure.
import { z } from 'zod';
import { INTERNAL_SCHEMA_ID, PUBLIC_SCHEMA_ID } from '../report.ts';
import { INTERNAL_SCHEMA } from './internal-schema.ts';
import { PUBLIC_SCHEMA } from './public-schema.ts';

/** By the name of the file in docs, the schema as its text. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['report-internal.schema.json', textOf(INTERNAL_SCHEMA, INTERNAL_SCHEMA_ID, 'Claimdesk internal report')],
    ['report-public.schema.json', textOf(PUBLIC_SCHEMA, PUBLIC_SCHEMA_ID, 'Claimdesk public report')],
  ]);
}

function textOf(schema: z.ZodType, $id: string, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return `${JSON.stringify({ $schema, $id, title, ...rest }, null, 2)}\n`;
}
