import { writeFileSync } from 'node:fs'
import { INPUTS, OUTPUTS } from '../src/core/settings/inputs.ts'

/**
 * The text of action.yml, from the one table of inputs. Run this file to write it; a test holds the two together.
 * Nothing evaluates but `${{ }}` in defaults, so descriptions must not hold it.
 */
export function actionYaml(): string {
  const inputs = INPUTS.flatMap((input) => {
    const fallback = input.actionDefault ?? input.default
    const told = input.fallback === undefined ? input.description : `${input.description} Default: ${input.fallback}.`
    return [
      `  ${input.name}:`,
      `    description: ${JSON.stringify(told)}`,
      `    required: ${input.required}`,
      ...(fallback === undefined ? [] : [`    default: ${JSON.stringify(fallback)}`]),
    ]
  })
  const outputs = OUTPUTS.flatMap(({ name, description }) => [
    `  ${name}:`,
    `    description: ${JSON.stringify(description)}`,
  ])
  return [
    '# Written by scripts/action-yml.ts from src/core/settings/inputs.ts: change it there.',
    'name: image-bump',
    'description: Moves image tags in a GitOps repository at marker comments and opens the pull request that deploys them.',
    'branding:',
    '  icon: arrow-up-circle',
    '  color: blue',
    'inputs:',
    ...inputs,
    'outputs:',
    ...outputs,
    'runs:',
    '  using: node24',
    '  main: dist/index.js',
    '',
  ].join('\n')
}

if (import.meta.main) writeFileSync(new URL('../action.yml', import.meta.url), actionYaml())
