import { mentionsOf, type Mentions } from '../../core/marker/mentions.ts'
import type { Oid } from '../../core/names.ts'
import type { FileEntry, Hit, Repository } from '../../ports/repository.ts'
import type { Contents } from './contents.ts'

type Searched = Pick<Contents, 'search' | 'mentions' | 'readBlobs'>

/** A search of commits that are here whole. */
export function searching({ search, mentions, readBlobs }: Searched): Repository['search'] {
  const tell = mentioning(readBlobs)
  return async (commit, texts, globs) => {
    const files = await search(commit, texts, globs)
    if (files.length <= FEW) return await tell(files)
    const found = new Map((await mentions(commit, texts, globs)).map((file) => [file.path, file.mentions]))
    return files.flatMap((file): Hit[] => withMentions(file, found.get(file.path)))
  }
}

// To look in all files for all that tells what one mentions takes a quarter longer than to look for what marks it (0.5 s of
// 100,000 files); it pays where so many are marked that reading them takes longer.
const FEW = 2_000

/** Tells of files what each mentions; every blob is looked at once. */
export function mentioning(readBlobs: Contents['readBlobs']): (files: readonly FileEntry[]) => Promise<readonly Hit[]> {
  const known = new Map<Oid, Mentions>()
  return async (files) => {
    const lacking = [...new Set(files.map(({ oid }) => oid))].filter((oid) => !known.has(oid))
    // Not all at once: few of them will be read again.
    for (let at = 0; at < lacking.length; at += AT_ONCE) {
      const some = lacking.slice(at, at + AT_ONCE)
      const blobs = await readBlobs(some)
      blobs.forEach((bytes, index) => known.set(some[index] as Oid, mentionsOf(bytes)))
    }
    return files.flatMap((file): Hit[] => withMentions(file, known.get(file.oid)))
  }
}

function withMentions(file: FileEntry, mentions: Mentions | undefined): Hit[] {
  return mentions === undefined ? [] : [{ ...file, mentions }]
}

const AT_ONCE = 2000

/** The same where what is in a commit is found whoever asks, and whenever: every commit is searched once. */
export function searchedOnce(search: Repository['search']): Repository['search'] {
  const answers = new Map<string, Promise<readonly Hit[]>>()
  return async (commit, texts, globs) => {
    const key = JSON.stringify([commit, texts, globs])
    const answer = answers.get(key) ?? search(commit, texts, globs)
    answers.set(key, answer)
    answer.catch(() => answers.delete(key)) // asked again, it may work
    return await answer
  }
}
