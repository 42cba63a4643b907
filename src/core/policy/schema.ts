import { POLICY_FILE } from './shape/policy-file.ts'

/** The JSON Schema of the policy file as the text of its file. It says what a schema can; the parser knows more. */
export function schemaText(): string {
  const { title, ...rest } = POLICY_FILE.schema
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...rest }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}
