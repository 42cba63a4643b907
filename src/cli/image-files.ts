import type { Problem } from '../core/errors.ts'
import { quote, sameImage, shortName, type ImageName } from '../core/image/reference.ts'
import { findImages, IMAGE_TEXTS } from '../core/mark/find.ts'
import type { MarkedFile, MarkWish } from '../core/mark/mark.ts'
import type { ImageUse } from '../core/mark/use.ts'
import type { RepoPath } from '../core/names.ts'
import { nearest } from '../core/nearest.ts'
import { decode } from '../core/plan/snapshot.ts'
import { inScope } from '../core/policy/scope.ts'
import type { Tree } from './tree.ts'

/** A file and the images that it names. */
export interface ImageFile {
  readonly path: RepoPath
  readonly text: string
  readonly uses: readonly ImageUse[]
}

/** The files that name images and hold one of the texts, with all that they name. One that is no YAML names none. */
export async function readFiles(
  { source, paths, config }: Tree,
  texts: readonly string[] = IMAGE_TEXTS,
): Promise<readonly ImageFile[]> {
  const files = await source.files(texts)
  return files.flatMap(({ path, bytes }) => {
    // What the policy file says about images is no use of them.
    const text = path !== config && inScope(paths, path) ? decode(bytes) : undefined
    return text === undefined ? [] : [{ path, text, uses: findImages(path, text).uses }]
  })
}

/** A wish that no file can fulfil; `image` where it is named by none at all. */
export interface Nowhere {
  readonly message: string
  readonly image?: ImageName
}

/** Why nothing of the repository can follow a wish: its image stands nowhere, or only where the policy does not count. */
export function whyNowhere(
  { image, policy, paths = [] }: MarkWish,
  marked: readonly MarkedFile[],
  files: readonly ImageFile[],
): readonly Nowhere[] {
  const standing = files.filter(({ uses }) => uses.some((use) => sameImage(use.image, image)))
  if (standing.length === 0) return [{ message: `No file names the image ${quote(image)}.`, image }]
  const outside = marked.filter((file) => file.outside.some((wish) => wish.image === image && wish.policy === policy))
  if (outside.length < standing.length) return []
  const where = outside.slice(0, 3).map(({ path }) => quote(path))
  const scope = `the paths of ${quote(policy)} (${paths.join(', ')})`
  return [{ message: `${quote(image)} stands only outside ${scope}: ${where.join(', ')}.` }]
}

/** Now every file has to be read, for the names that were meant. */
export async function withNames(problems: readonly Nowhere[], tree: Tree): Promise<readonly Problem[]> {
  const files = problems.some(({ image }) => image !== undefined) ? await readFiles(tree) : []
  const names = [...new Set(files.flatMap(({ uses }) => uses.map(({ image }) => image)))]
  return problems.map(({ message, image }) => ({
    message: image === undefined ? message : `${message}${near(image, names)}`,
  }))
}

/** Names a few edits away, and the same last part in another registry or organisation. */
function near(image: ImageName, names: readonly ImageName[]): string {
  const one = nearest(image, names)
  const relatives = names.filter((name) => name !== one && nearest(shortName(image), [shortName(name)]) !== undefined)
  const found = [...(one === undefined ? [] : [one]), ...relatives].slice(0, 3).map(quote)
  if (found.length > 0) return ` Did you mean ${found.join(' or ')}?`
  return names.length === 0 ? ' No image was found at all.' : ''
}
