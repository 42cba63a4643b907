import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { addCommit, makeBare } from '../support/git-fixture.ts'

export type Files = Readonly<Record<string, string | Buffer>>

/** Folders of one test file, and their removal. */
export interface Folders {
  /** A new folder with these files. */
  readonly folder: (files?: Files) => Promise<string>
  /** A new bare repository whose branch main holds these files. */
  readonly bare: (files: Files) => Promise<string>
  readonly remove: () => Promise<void>
}

export async function makeFolders(): Promise<Folders> {
  const root = await mkdtemp(join(tmpdir(), 'cli-'))
  let count = 0
  const next = (): string => join(root, String((count += 1)))
  return {
    async folder(files = {}) {
      const folder = next()
      await mkdir(folder)
      for (const [path, data] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true })
        await writeFile(join(folder, path), data)
      }
      return folder
    },
    async bare(files) {
      const gitDir = next()
      await makeBare(gitDir)
      const entries = Object.entries(files).map(([path, data]) => [path, { mode: '100644', data }] as const)
      await addCommit(gitDir, { branch: 'main', files: Object.fromEntries(entries) })
      return gitDir
    },
    remove: async () => await rm(root, { recursive: true, force: true }),
  }
}

/** Every file below a folder, by its path in it. */
export async function filesIn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(paths.sort().map(async (path) => [relative(folder, path), await readFile(path)] as const)),
  )
}
