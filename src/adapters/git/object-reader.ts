import type { ChildProcess } from 'node:child_process'
import { BumpError } from '../../core/errors.ts'
import type { GitObject } from './objects.ts'
import { askGit, endGit, startFailure, startGit } from './process.ts'

/** One `git cat-file --batch` for as long as a repository is open: a question costs a pipe, not a process. */
export interface ObjectReader {
  /** The object a name stands for (an id, or any revision), with its id; undefined where there is none. */
  readonly read: (name: string) => Promise<(GitObject & { readonly oid: string }) | undefined>
  readonly close: () => Promise<void>
}

/** Opens a reader; git is started by the first question. Objects that arrive later are found too. */
export function openObjectReader(gitDir: string): ObjectReader {
  let batch: Batch | undefined
  return {
    async read(name) {
      if (name.includes('\n')) return undefined
      batch ??= startBatch(gitDir)
      return await batch.ask(name)
    },
    async close() {
      await batch?.end()
      batch = undefined
    },
  }
}

/**
 * Many objects by their ids, in the order asked, by a process that ends. They share their memory. Undefined: they are
 * too much to hold at once.
 */
export function readTogether(gitDir: string, oids: readonly string[]): readonly Answer[] | undefined {
  const input = oids.map((oid) => `${oid}\n`).join('')
  let rest = askGit(['cat-file', '--batch', '--buffer'], { gitDir, input, maxOutputBytes: MAX_TOGETHER_BYTES })
  if (rest === undefined) return undefined
  const answers: Answer[] = []
  while (answers.length < oids.length) {
    const answer = cutAnswer(rest)
    if (answer.kind !== 'whole') throw new BumpError('BUG', 'git cat-file ended while it was still needed.')
    answers.push(answer.object)
    rest = rest.subarray(answer.end)
  }
  return answers
}

type Answer = Awaited<ReturnType<ObjectReader['read']>>

interface Batch {
  readonly ask: (name: string) => Promise<Answer>
  readonly end: () => Promise<void>
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

const MAX_TOGETHER_BYTES = 64 * 1024 * 1024
// GitHub takes no blob over 100 MiB.
const MAX_OBJECT_BYTES = 128 * 1024 * 1024
const HEADER = /^([0-9a-f]{40}|[0-9a-f]{64}) (commit|tree|blob|tag) (\d+)$/

function startBatch(gitDir: string): Batch {
  const child = startGit(['cat-file', '--batch'], { gitDir })
  const waiting: Waiting[] = []
  let ended: Error | undefined
  const stop = (error: Error): void => {
    ended ??= error
    for (const { reject } of waiting.splice(0)) reject(ended)
    endGit(child, 'SIGTERM')
  }
  const closed = new Promise<void>((resolve) => {
    child.on('error', (cause) => {
      stop(startFailure(cause))
      resolve()
    })
    child.on('close', () => {
      stop(new BumpError('BUG', 'git cat-file ended while it was still needed.'))
      resolve()
    })
  })
  child.stdin?.on('error', () => undefined)
  child.stderr?.resume()
  readAnswers(child, waiting, stop)
  let unsent = ''
  const send = (): void => {
    child.stdin?.write(unsent)
    unsent = ''
  }
  return {
    ask: (name) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        waiting.push({ resolve, reject })
        // Ten thousand are often asked at once: one write.
        if (unsent === '') queueMicrotask(send)
        unsent += `${name}\n`
      }),
    end: async () => {
      child.stdin?.end()
      await closed
    },
  }
}

// Answers come in the order of the questions: a header line, then so many bytes and a line break.
function readAnswers(child: ChildProcess, waiting: Waiting[], stop: (error: Error) => void): void {
  let chunks: Buffer[] = []
  let length = 0
  let needed = 1
  child.stdout?.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
    if (length < needed) return // join once, not once a chunk
    let rest: Buffer = chunks.length === 1 ? chunk : Buffer.concat(chunks)
    for (;;) {
      const answer = cutAnswer(rest)
      if (answer.kind === 'too large')
        return stop(new BumpError('REMOTE_REFUSED', `An object of ${answer.bytes} bytes is too large.`))
      if (answer.kind === 'partial') {
        needed = answer.needed
        break
      }
      rest = rest.subarray(answer.end)
      // A copy: a slice would keep the whole chunk alive as long as the small object.
      const copy = answer.object && { ...answer.object, bytes: Buffer.from(answer.object.bytes) }
      waiting.shift()?.resolve(copy)
    }
    chunks = [rest]
    length = rest.length
  })
}

type Cut =
  | { readonly kind: 'whole'; readonly object: Answer; readonly end: number }
  | { readonly kind: 'partial'; readonly needed: number }
  | { readonly kind: 'too large'; readonly bytes: number }

function cutAnswer(buffer: Buffer): Cut {
  const line = buffer.indexOf(0x0a)
  if (line === -1) return { kind: 'partial', needed: buffer.length + 1 }
  const match = HEADER.exec(buffer.toString('latin1', 0, line))
  // "<name> missing" or "<name> ambiguous": one line and nothing after it.
  if (match === null) return { kind: 'whole', object: undefined, end: line + 1 }
  const size = Number(match[3])
  if (size > MAX_OBJECT_BYTES) return { kind: 'too large', bytes: size }
  const end = line + 1 + size
  if (buffer.length < end + 1) return { kind: 'partial', needed: end + 1 }
  const bytes = buffer.subarray(line + 1, end)
  return { kind: 'whole', object: { oid: match[1] ?? '', type: match[2] as GitObject['type'], bytes }, end: end + 1 }
}
