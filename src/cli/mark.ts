import { BumpError, EXIT_CODES, type Problem } from '../core/errors.ts'
import { finding, type Finding } from '../core/finding.ts'
import { quote, readImageName, sameImage, shortName } from '../core/image/reference.ts'
import { markerName, markFile, type MarkedFile, type MarkWish } from '../core/mark/mark.ts'
import { formatPlace, type PolicyName } from '../core/names.ts'
import { nearest } from '../core/nearest.ts'
import { findPolicy } from '../core/policy/flux/flux.ts'
import type { Policy } from '../core/policy/policy.ts'
import { showInvisible } from '../core/pull-request/untrusted.ts'
import { phraseFinding } from '../core/report/phrase.ts'
import { diffText, findingsText, type TextOptions } from '../core/report/text.ts'
import type { Local } from '../local.ts'
import { JSON_OPTION, STRICT_OPTION, TREE_OPTIONS, type Arguments, type Option } from './arguments.ts'
import { readFiles, whyNowhere, withNames } from './image-files.ts'
import { jsonText, type Said } from './output.ts'
import { isToWrite, openTree, outlineOf, WRITE_OPTION, writeFiles } from './tree.ts'

export const MARK_OPTIONS: readonly Option[] = [
  ...TREE_OPTIONS,
  { name: 'name', description: 'Also mark the repository of Helm pairs (:name). Default: tag and digest alone.' },
  WRITE_OPTION,
  STRICT_OPTION,
  JSON_OPTION,
]

/** `mark`: adds marker comments to the fields of images, byte for byte; what cannot take one is told with its reason. */
export async function mark(local: Local, args: Arguments, { colour }: TextOptions): Promise<Said> {
  const wanted = readWishes(args.positionals)
  const tree = await openTree(local, args)
  try {
    const write = isToWrite(tree, args)
    const { policies } = (await outlineOf(tree)).rules
    const wishes = wanted.map((wish) => withPolicy(wish, findPolicy(policies, wish.policy)))
    // Every way of writing an image's name ends in its last part.
    const files = await readFiles(tree, [...new Set(wishes.map(({ image }) => shortName(image)))])
    const marked = files.map((file) => markFile(file, wishes, { names: args.flag('name') }))
    const problems = wishes.flatMap((wish) => whyNowhere(wish, marked, files))
    if (problems.length > 0) throw new BumpError('UNMATCHED', await withNames(problems, tree))
    const changed = marked.filter(({ before, after }) => before !== after)
    if (write) await writeFiles(tree, changed)
    const findings = unknownPolicies(wishes, policies)
    return say({ marked, changed, findings, write, json: args.flag('json'), strict: args.flag('strict'), colour })
  } finally {
    await tree.close()
  }
}

/** @throws {BumpError} BAD_CALL with every problem */
function readWishes(texts: readonly string[]): readonly MarkWish[] {
  if (texts.length === 0)
    throw new BumpError(
      'BAD_CALL',
      'Say which image follows which policy, e.g. image-bump mark ghcr.io/acme/shop=prod:shop.',
    )
  const problems: Problem[] = []
  const wishes: MarkWish[] = []
  for (const text of texts) {
    const at = text.indexOf('=')
    const [name, policy] = at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
    const image = readImageName(name)
    if (!image.ok) problems.push({ message: `${quote(text)}: ${image.reason}.` })
    else if (/^[\w.-]+:[\w.-]+:(?:tag|name|digest)$/.test(policy))
      problems.push({ message: `${quote(text)}: write the policy alone; each field gets the part that it holds.` })
    else if (!/^[\w.-]+:[\w.-]+$/.test(policy))
      problems.push({ message: `${quote(text)}: write image=namespace:name.` })
    else wishes.push({ image: image.value, policy: policy as PolicyName })
  }
  if (problems.length > 0) throw new BumpError('BAD_CALL', problems)
  return wishes
}

function withPolicy(wish: MarkWish, policy: Policy | undefined): MarkWish {
  if (policy === undefined) return wish
  if (!sameImage(policy.image, wish.image))
    throw new BumpError(
      'BAD_CALL',
      `Policy ${quote(wish.policy)} follows ${quote(policy.image)}, and its marker would put that in the place of ` +
        `${quote(wish.image)}. Name that image, or another policy.`,
    )
  return {
    ...wish,
    digests: policy.digest !== 'Never',
    ...(policy.paths === undefined ? {} : { paths: policy.paths }),
  }
}

function unknownPolicies(wishes: readonly MarkWish[], policies: readonly Policy[]): readonly Finding[] {
  const unknown = new Set(wishes.map(({ policy }) => policy).filter((name) => findPolicy(policies, name) === undefined))
  const names = policies.map(({ name }) => name)
  return [...unknown].map((policy) => finding('UNKNOWN_POLICY', { policy, nearest: nearest(policy, names) ?? '' }))
}

function say(what: {
  readonly marked: readonly MarkedFile[]
  readonly changed: readonly MarkedFile[]
  readonly findings: readonly Finding[]
  readonly write: boolean
  readonly json: boolean
  readonly strict: boolean
  readonly colour: boolean
}): Said {
  const { marked, changed, findings, write } = what
  const marks = marked.flatMap((file) => file.marks)
  const refused = marked.flatMap((file) => file.refused)
  const kept = marked.reduce((sum, file) => sum + file.kept.length, 0)
  const nothing = marks.length + kept === 0
  const exitCode = nothing || (what.strict && findings.length > 0) ? EXIT_CODES.content : 0
  if (what.json) {
    const outcome = nothing ? 'unmatched' : marks.length === 0 ? 'unchanged' : write ? 'applied' : 'planned'
    const value = {
      v: 1,
      outcome,
      marks: marks.map(({ place, marker, value }) => ({ ...place, ...marker, value })),
      refused: refused.map(({ place, why }) => ({ ...place, why })),
      findings: findings.map((found) => ({ code: found.code, message: phraseFinding(found) })),
    }
    return { stdout: jsonText(value), stderr: '', exitCode }
  }
  const lines = [
    ...marks.map(({ place, marker, value }) => `marked ${formatPlace(place)}  ${markerName(marker)}  ${quote(value)}`),
    ...refused.map(({ place, why }) => `left   ${formatPlace(place)}  ${why}`),
  ]
  const diff = diffText(changed, { colour: what.colour })
  const list = lines.map((line) => `${showInvisible(line)}\n`).join('')
  const stdout = `${diff}${diff === '' || list === '' ? '' : '\n'}${list}`
  return { stdout, stderr: `${findingsText(findings)}${summary(marks.length, kept, refused.length, what)}\n`, exitCode }
}

function summary(
  marks: number,
  kept: number,
  refused: number,
  { changed, write }: { readonly changed: readonly MarkedFile[]; readonly write: boolean },
): string {
  const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
  const already = kept === 0 ? '' : ` ${counted(kept, 'value')} had theirs already.`
  const left = refused === 0 ? '' : ` ${counted(refused, 'value')} left alone, as told.`
  if (marks === 0) return `No marker was added.${already}${left}`
  const total = `${counted(marks, 'marker')} in ${counted(changed.length, 'file')}.${already}${left}`
  return write ? `${total} Written.` : `${total} Nothing was written yet; add --write.`
}
