import { finding, type Finding } from '../../finding.ts'
import type { Place, RepoPath } from '../../names.ts'
import { readSimpleTree } from '../shape/simple-tree.ts'
import { parseTree, type Node, type Tree } from '../shape/tree.ts'
import { FLUX_GROUP } from './group.ts'

/** One object as its text has it. What kustomize or a template would fill in is not there. */
export interface FluxObject {
  /** '' where there is none. */
  readonly name: string
  readonly namespace: string | undefined
  readonly spec: Node | undefined
  /** Of its name. */
  readonly place: Place
}

/** The objects of Flux that policies are made of, by kind, in the order they stand. */
export interface FluxObjects {
  readonly policies: readonly FluxObject[]
  readonly repositories: readonly FluxObject[]
  readonly automations: readonly FluxObject[]
  readonly findings: readonly Finding[]
}

/**
 * Collects Flux's image objects of all API versions, also from the items of lists, in the order they stand.
 * Never throws: a document that is not YAML is a finding when it could hold such an object, and is passed over.
 */
export function readFluxObjects(files: readonly { readonly path: RepoPath; readonly text: string }[]): FluxObjects {
  const found = new Map<string, FluxObject[]>([
    ['ImagePolicy', []],
    ['ImageRepository', []],
    ['ImageUpdateAutomation', []],
  ])
  const findings: Finding[] = []
  for (const { path, text } of files) {
    for (const document of documents(text)) {
      // Definitions (CRDs) name the group without a version; parsing those thousands of lines would be in vain.
      if (!document.text.includes(`${FLUX_GROUP}/`)) continue
      const { root, problems } = treeOf(path, document)
      const [problem] = problems
      if (problem === undefined) collect(root, found)
      else findings.push(finding('FILE_UNREADABLE', { reason: problem.message }, problem.place))
    }
  }
  const of = (kind: string) => found.get(kind) ?? []
  return {
    policies: of('ImagePolicy'),
    repositories: of('ImageRepository'),
    automations: of('ImageUpdateAutomation'),
    findings,
  }
}

function treeOf(path: RepoPath, { text, firstLine }: TextOfDocument): Tree {
  const root = readSimpleTree(path, text, firstLine)
  return root === undefined ? parseTree(path, text, firstLine) : { root, problems: [] }
}

/** The value at a path of keys. */
export function nodeAt(node: Node | undefined, ...keys: readonly string[]): Node | undefined {
  let current = node
  for (const key of keys)
    current = current?.kind === 'map' ? current.entries.find((entry) => entry.key === key)?.value : undefined
  return current
}

/** The text at a path of keys; undefined where there is none, or something else than a text. */
export function textAt(node: Node | undefined, ...keys: readonly string[]): string | undefined {
  const value = nodeAt(node, ...keys)
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined
}

interface TextOfDocument {
  readonly text: string
  /** In its file. */
  readonly firstLine: number
}

/** Cuts a file at `---` and `...`, so that a broken document spoils no other. */
function* documents(text: string): Iterable<TextOfDocument> {
  const whole = text.replace(/^\uFEFF/, '')
  let start = 0
  let firstLine = 1
  for (const match of whole.matchAll(/(?<=^|\n)(?:---|\.\.\.)(?=[ \t\r\n]|$)/g)) {
    const piece = whole.slice(start, match.index)
    yield { text: piece, firstLine }
    firstLine += lineBreaks(piece)
    // What follows "---" on its line belongs to the document; "..." belongs to none.
    start = match[0] === '...' ? match.index + 3 : match.index
  }
  yield { text: whole.slice(start), firstLine }
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1
}

function collect(node: Node, found: ReadonlyMap<string, FluxObject[]>): void {
  const kind = textAt(node, 'kind') ?? ''
  const items = nodeAt(node, 'items')
  if (kind.endsWith('List') && items?.kind === 'list') {
    for (const item of items.items) collect(item, found)
  } else if (textAt(node, 'apiVersion')?.startsWith(`${FLUX_GROUP}/`) === true) {
    const name = nodeAt(node, 'metadata', 'name')
    found.get(kind)?.push({
      name: textAt(node, 'metadata', 'name') ?? '',
      namespace: textAt(node, 'metadata', 'namespace'),
      spec: nodeAt(node, 'spec'),
      place: name?.place ?? node.place,
    })
  }
}
