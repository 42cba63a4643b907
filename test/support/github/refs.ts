/** The refs of a bare repository, as files: never packed here, for nothing runs gc. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const ZERO = '0'.repeat(40)

export interface RefUpdate {
  readonly ref: string
  /** Where it must stand: ZERO must not exist, undefined anywhere. */
  readonly before?: string | undefined
  /** ZERO takes it away. */
  readonly after: string
}

export class RefStore {
  readonly directory: string

  constructor(directory: string) {
    this.directory = directory
  }

  /** Full name → object id, sorted. Refs are never packed here: nothing runs gc. */
  refs(prefix = 'refs/'): Map<string, string> {
    const found: [string, string][] = []
    const walk = (folder: string): void => {
      for (const entry of readdirSync(join(this.directory, folder), { withFileTypes: true })) {
        const name = `${folder}/${entry.name}`
        if (entry.isDirectory()) walk(name)
        else if (name.startsWith(prefix) && !name.endsWith('.lock')) {
          const oid = this.ref(name)
          if (oid !== undefined) found.push([name, oid])
        }
      }
    }
    walk('refs')
    return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  ref(name: string): string | undefined {
    if (name.split('/').includes('..')) return undefined
    try {
      return readFileSync(join(this.directory, name), 'latin1').trim()
    } catch {
      return undefined // Gone, or a directory: no such ref.
    }
  }

  /**
   * All or nothing; false: one stood elsewhere, or its name cannot be. Every writer of the repository waits for the one before
   * it (state.ts, exclusively), so looking and then writing is a swap.
   */
  update(updates: readonly RefUpdate[]): boolean {
    const after = this.refs()
    for (const { ref, before, after: to } of updates) {
      if (!isRefName(ref) || (before !== undefined && (after.get(ref) ?? ZERO) !== before)) return false
      if (to === ZERO) after.delete(ref)
      else after.set(ref, to)
    }
    const names = [...after.keys()]
    if (names.some((name) => names.some((other) => other.startsWith(`${name}/`)))) return false
    const ordered = [...updates].sort((a, b) => Number(b.after === ZERO) - Number(a.after === ZERO))
    for (const { ref, after: to } of ordered) this.#write(ref, to)
    return true
  }

  branch(name: string): string | undefined {
    return this.ref(`refs/heads/${name}`)
  }

  #write(ref: string, oid: string): void {
    const path = join(this.directory, ref)
    if (oid === ZERO) {
      rmSync(path, { force: true })
      // As git does: a folder left empty would stand in the way of a branch of its name.
      for (let folder = dirname(ref); folder.split('/').length > 2; folder = dirname(folder)) {
        if (readdirSync(join(this.directory, folder)).length > 0) break
        rmdirSync(join(this.directory, folder))
      }
      return
    }
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.lock`, `${oid}\n`)
    renameSync(`${path}.lock`, path)
  }
}

/** git check-ref-format, for full names. */
function isRefName(ref: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what it forbids
  if (!/^refs\/[^/]+\/./.test(ref) || /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\/$|\.$/.test(ref)) return false
  return ref.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'))
}
