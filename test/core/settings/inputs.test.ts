import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { actionYaml } from '../../../scripts/action-yml.ts'
import { withInputs } from '../../../scripts/readme.ts'
import { INPUTS, OUTPUTS } from '../../../src/core/settings/inputs.ts'

const written = readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8')

test('action.yml is what the table of inputs says', () => {
  expect(written).toBe(actionYaml())
})

test('action.yml is YAML that states each input and output once, and runs the bundle on Node 24', () => {
  const action = parse(written) as { inputs: object; outputs: object; runs: object }
  expect(Object.keys(action.inputs)).toEqual(INPUTS.map(({ name }) => name))
  expect(Object.keys(action.outputs)).toEqual(OUTPUTS.map(({ name }) => name))
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  expect(action.inputs).toMatchObject({
    images: { required: true },
    token: { default: '${{ github.token }}' },
    'dry-run': { default: 'false' },
    config: { default: '.image-bump.yaml' },
  })
})

test('no description holds an expression or a line break, and each is a sentence', () => {
  for (const { description } of [...INPUTS, ...OUTPUTS]) expect(description).toMatch(/^(?!.*\$\{\{)[^\n]{10,160}\.$/)
})

test('an input is spelled in the environment as the command line reads it', () => {
  const variables = Object.fromEntries(INPUTS.map(({ name, variables }) => [name, variables]))
  expect(variables).toMatchObject({
    'dry-run': ['IMAGE_BUMP_DRY_RUN'],
    token: ['IMAGE_BUMP_TOKEN', 'GITHUB_TOKEN'],
  })
})

test('the README tells the inputs as the table says them', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  expect(withInputs(readme)).toBe(readme)
  for (const { name } of INPUTS) expect(readme).toContain(`| \`${name}\` |`)
})
