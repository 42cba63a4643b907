import type { Oid, RepoPath } from '../../core/names.ts'
import { checkRepoPath } from '../../core/git/repo-path.ts'
import { MENTION_TEXTS, mentionsWith } from '../../core/marker/mentions.ts'
import { isSearched } from '../../core/policy/scope.ts'
import type { FoundFile } from '../../ports/tree.ts'
import { pathspecs } from './pathspec.ts'
import { splitAt, type Take } from './pieces.ts'
import { runGit } from './process.ts'

/** What is searched for, and where: files that markers can stand in, or that the globs (minimatch) name. */
export interface Search {
  readonly gitDir: string
  readonly commit: Oid
  /** Of which a file holds at least one. */
  readonly texts: readonly string[]
  readonly globs: readonly string[]
}

/** Paths of the files that are searched for, as far as a path is UTF-8 and stays inside the repository. */
export async function grepPaths(search: Search): Promise<readonly RepoPath[]> {
  const { texts, commit, globs } = search
  if (texts.length === 0) return []
  const names: string[] = []
  const patterns = texts.flatMap((text) => ['-e', text])
  await grep(
    search,
    ['-l', ...patterns],
    splitAt('\0', (name) => names.push(name)),
  )
  return names.flatMap((name) => pathOf(name, commit, globs) ?? [])
}

/** The same files with what they mention: git finds the lines that tell, beside those that make a file be found. */
export async function grepMentions(search: Search): Promise<readonly FoundFile[]> {
  const { texts, commit, globs } = search
  if (texts.length === 0) return []
  const found: FoundFile[] = []
  let [name, lines] = ['', '']
  const tell = (): void => {
    const mentions = mentionsWith(texts, lines)
    const path = mentions === undefined ? undefined : pathOf(name, commit, globs)
    if (mentions !== undefined && path !== undefined) found.push({ path, mentions })
  }
  const take = splitLines((nextName, line) => {
    if (nextName === name) lines += `\n${line}`
    else {
      tell()
      ;[name, lines] = [nextName, line]
    }
  })
  // In parentheses, because git else looks for the next line once for each text, each time to the end of the file.
  const others = texts.filter((text) => !MENTION_TEXTS.some((part) => text.includes(part)))
  const patterns = [...MENTION_TEXTS, ...others].flatMap((text) => ['--or', '-e', text]).slice(1)
  await grep(search, ['-i', '-H', ...NOTHING_MORE, '(', ...patterns, ')'], take)
  tell()
  return found
}

/** Settings of a repository on this machine may ask for them. */
const NOTHING_MORE = ['--no-line-number', '--no-column']

/**
 * `-a`: a NUL byte does not make a file uninteresting. A pathspec, because what it leaves out is not read at all.
 * The output comes as text of a character a byte.
 */
async function grep({ gitDir, commit, globs }: Search, args: readonly string[], take: Take): Promise<void> {
  const options = ['-zaF', '--no-recurse-submodules', '--no-color', '--full-name']
  await runGit(['grep', ...options, ...args, commit, '--', ...pathspecs(globs)], {
    gitDir,
    env: { GIT_LITERAL_PATHSPECS: '0' },
    take: (chunk) => take(chunk.toString('latin1')),
    answers: ({ exitCode }) => exitCode <= 1,
  })
}

/** Each name is written as `<commit>:<path>`. A path that is not UTF-8 holds U+FFFD now and is in no tree we can name. */
function pathOf(name: string, commit: Oid, globs: readonly string[]): RepoPath | undefined {
  const path = checkRepoPath(Buffer.from(name.slice(commit.length + 1), 'latin1').toString('utf8'))
  return path.ok && isSearched(path.value, globs) ? path.value : undefined
}

/** Calls with each line and the name before it: a name ends with NUL and may hold a line break, a line the other way round. */
function splitLines(line: (name: string, text: string) => void): Take {
  let rest = ''
  return (chunk) => {
    const text = rest + chunk
    let at = 0
    // A long line is not gone through again for each piece of it.
    while (chunk.includes('\n')) {
      const nameEnd = text.indexOf('\0', at)
      const lineEnd = nameEnd === -1 ? -1 : text.indexOf('\n', nameEnd)
      if (lineEnd === -1) break
      line(text.slice(at, nameEnd), text.slice(nameEnd + 1, lineEnd))
      at = lineEnd + 1
    }
    rest = text.slice(at)
  }
}
