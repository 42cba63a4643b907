import { formatReference, sameImage, type ImageReference } from '../image/reference.ts'
import { formatPlace, type Place } from '../names.ts'
import { levelOf, shortDigest, type Bump } from './bump.ts'
import type { RowSource } from './commit-list.ts'
import { codeLink, codeSpan, joinUrl, plainText, tableRow } from './markdown.ts'
import { clip } from './untrusted.ts'

/** What merging moves. */
export interface Row extends Bump {
  /** Why this value: the rule and what it passed by. */
  readonly why: string
  /** Address of the run that brought the value. */
  readonly run?: string
  readonly source?: RowSource
  /** A run with `force` let it through. */
  readonly forced?: boolean
}

/** The first thing a reader sees: `image | from | to | files | why`, at most `limit` rows. */
export function table(rows: readonly Row[], filesUrl: string | undefined, limit: number): string {
  if (limit === 0) return rows.length === 0 ? '' : `_The table of ${rows.length} rows is left out: it is too long._`
  const shown = rows.slice(0, limit).map((row) => tableRow(cells(row, filesUrl)))
  const more = rows.length > limit ? `\n\n_And ${rows.length - limit} more rows, left out here._` : ''
  return `${[tableRow(['image', 'from', 'to', 'files', 'why']), tableRow(Array(5).fill(':--')), ...shown].join('\n')}${more}`
}

/** A version as code: the tag, and of a digest enough to recognise it. */
function versionCode({ tag, digest }: ImageReference): string {
  const parts = [tag, digest === undefined ? undefined : shortDigest(digest)].filter((part) => part !== undefined)
  return parts.length === 0 ? 'no tag' : parts.map(codeSpan).join(' ')
}

const PLACES = 3
const VALUES = 3
const WHY_LIMIT = 300
const PATH_LIMIT = 300
const LOUD: ReadonlySet<string> = new Set(['downgrade', 'major'])

function cells({ policy, from, to, places, why, forced }: Row, filesUrl: string | undefined): readonly string[] {
  const level = levelOf({ from, to }) ?? ''
  const marks = [LOUD.has(level) ? `**${level}**` : level, forced === true ? '**forced**' : '']
  return [
    codeSpan(to.name),
    fromCell(from, to),
    [versionCode(to), ...marks].filter((mark) => mark !== '').join(' '),
    filesCell(places, filesUrl),
    `${codeSpan(clip(policy, WHY_LIMIT))}: ${plainText(clip(why, WHY_LIMIT))}`,
  ]
}

// Where the image itself changes, a version alone would mislead.
function fromCell(from: readonly ImageReference[], to: ImageReference): string {
  const shown = from
    .slice(0, VALUES)
    .map((reference) =>
      sameImage(reference.name, to.name) ? versionCode(reference) : codeSpan(formatReference(reference)),
    )
  const more = from.length > VALUES ? [`${from.length - VALUES} more`] : []
  return [...shown, ...more].join(', ')
}

function filesCell(places: readonly Place[], filesUrl: string | undefined): string {
  const shown = places.slice(0, PLACES).map(({ path, line }) => {
    const url =
      filesUrl === undefined || path.length > PATH_LIMIT
        ? undefined
        : `${joinUrl(filesUrl, path)}${line === undefined ? '' : `#L${line}`}`
    return codeLink(clip(formatPlace({ path, ...(line === undefined ? {} : { line }) }), PATH_LIMIT), url)
  })
  const files = new Set(places.slice(PLACES).map(({ path }) => path)).size
  const more = places.length - PLACES
  return [...shown, ...(more > 0 ? [`and ${more} more in ${files} ${files === 1 ? 'file' : 'files'}`] : [])].join(
    '<br>',
  )
}
