import { toJsonSchema } from '@valibot/to-json-schema';
import { CASE_LESSON, LEDGER_LESSON } from './lesson-files.ts';

/** The JSON Schema of a lesson's file, by which editors complete and check it. */
export function lessonSchema(): string {
  const ledger = toJsonSchema(LEDGER_LESSON);
  const facts = toJsonSchema(CASE_LESSON);
  for (const part of [ledger, facts]) delete part.$schema;
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A lesson of zhengpin',
    anyOf: [ledger, facts],
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
