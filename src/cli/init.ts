import { BumpError } from '../core/errors.ts'
import { quote } from '../core/image/reference.ts'
import { proposePolicies, unmovableImages, type Proposal } from '../core/mark/propose.ts'
import { isActive, isOfficial, starterFile } from '../core/mark/starter.ts'
import { FLUX_TEXT } from '../core/policy/flux/flux.ts'
import type { Policy } from '../core/policy/policy.ts'
import { readSnapshot } from '../core/plan/snapshot.ts'
import { showInvisible } from '../core/pull-request/untrusted.ts'
import type { Local } from '../local.ts'
import { JSON_OPTION, TREE_OPTIONS, type Arguments, type Option } from './arguments.ts'
import { readFiles } from './image-files.ts'
import { jsonText, type Said } from './output.ts'
import { openTree, type Tree } from './tree.ts'

export const INIT_OPTIONS: readonly Option[] = [
  ...TREE_OPTIONS.filter(({ name }) => name === 'worktree' || name === 'paths'),
  { name: 'config', value: 'FILE', description: 'Path of the file to write. Default: .image-bump.yaml.' },
  JSON_OPTION,
]

// Beside the code that reads the file; editors complete and check by it.
const SCHEMA_URL = 'https://raw.githubusercontent.com/image-bump/image-bump/main/schema/image-bump.schema.json'

/** `init`: writes a starter policy file from what the repository shows, and tells the next steps. Never overwrites. */
export async function init(local: Local, args: Arguments): Promise<Said> {
  if (args.positionals.length > 0)
    throw new BumpError('BAD_CALL', `init takes no arguments, and ${quote(args.positionals[0] ?? '')} is one.`)
  const tree = await openTree(local, args)
  try {
    const { worktree, config, source } = tree
    if (worktree === undefined) throw new BumpError('BUG', 'init was given no worktree')
    if ((await source.file(config)) !== undefined)
      throw new BumpError(
        'BAD_CALL',
        `${quote(config)} is there already and stays as it is. Name another with --config.`,
      )
    const files = await readFiles(tree)
    const proposals = proposePolicies(files)
    const flux = await fluxPoliciesOf(tree)
    const text = starterFile({ proposals, unmovable: unmovableImages(files), flux }, { schemaUrl: SCHEMA_URL })
    await worktree.write(config, new TextEncoder().encode(text))
    if (args.flag('json'))
      return { stdout: jsonText({ v: 1, path: config, images: imagesJson(proposals) }), stderr: '', exitCode: 0 }
    const named = [
      ...(args.value('worktree') === undefined ? [] : ['--worktree', args.value('worktree') ?? '']),
      ...(args.value('config') === undefined ? [] : ['--config', config]),
    ]
    return { stdout: `${showInvisible(config)}\n`, stderr: nextSteps(proposals, flux, named), exitCode: 0 }
  } finally {
    await tree.close()
  }
}

async function fluxPoliciesOf({ source }: Tree): Promise<readonly Policy[]> {
  return readSnapshot(undefined, await source.files([FLUX_TEXT])).policies
}

/** By image: its policies, and what stands in the repository. */
function imagesJson(proposals: readonly Proposal[]): readonly object[] {
  return [...Map.groupBy(proposals, ({ image }) => image)].map(([image, own]) => ({
    image,
    policies: own.map((proposal) => ({
      name: proposal.name,
      active: isActive(proposal),
      tags: proposal.tags,
      places: proposal.places,
    })),
  }))
}

function nextSteps(proposals: readonly Proposal[], flux: readonly Policy[], named: readonly string[]): string {
  const active = proposals.filter(isActive)
  const open = proposals.filter(({ image, why }) => why !== undefined && !isOfficial(image)).length
  const options = named.map((text) => ` ${shellWord(text)}`).join('')
  const lines =
    flux.length > 0
      ? [
          `${flux.length === 1 ? 'A policy of Flux counts as it is' : `${flux.length} policies of Flux count as they are`}. Check the markers:`,
          `  image-bump lint${options}`,
        ]
      : active.length === 0
        ? ['No policy could be written for you: see the comments in the file.']
        : [
            'Read it, remove what is not built by you, then add the markers:',
            ...active.map(({ image, name }) => `  image-bump mark ${image}=${name} --write${options}`),
            'and check the result:',
            `  image-bump lint${options}`,
          ]
  const left =
    flux.length > 0 || open === 0
      ? []
      : [
          `Left to you: ${open} ${open === 1 ? 'policy is a comment' : 'policies are comments'} in the file, with the reason.`,
        ]
  return [...lines, ...left].map((line) => `${showInvisible(line)}\n`).join('')
}

function shellWord(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
