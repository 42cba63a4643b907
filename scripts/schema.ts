/** Writes the JSON Schema of the policy file, for editors, from the definition that parses it. Run by `node scripts/schema.ts`. */
import { writeFileSync } from 'node:fs'

import { schemaText } from '../src/core/policy/schema.ts'

writeFileSync(new URL('../schema/image-bump.schema.json', import.meta.url), schemaText())
