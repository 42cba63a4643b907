/** Reads objects that lie in packs: one git process for many, as one each would take longer than everything else. */
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

import { gitEnvironment } from './git.ts'

export interface PackedObject {
  readonly type: string
  readonly bytes: Buffer
}

const IDLE_MS = 1000

export class PackedObjects {
  readonly #directory: string
  #reader: Reader | undefined

  constructor(directory: string) {
    this.#directory = directory
  }

  /** Undefined: there is none of this id. */
  async read(oid: string): Promise<PackedObject | undefined> {
    if (this.#reader === undefined || this.#reader.isOver) this.#reader = new Reader(this.#directory)
    return this.#reader.read(oid)
  }
}

/** One `git cat-file --batch`, which ends when nobody has asked for a while. */
class Reader {
  isOver = false
  readonly #child: ChildProcessByStdio<Writable, Readable, null>
  readonly #waiting: ((object: PackedObject | undefined) => void)[] = []
  #rest = Buffer.alloc(0)
  #idle: NodeJS.Timeout | undefined

  constructor(directory: string) {
    const args = ['--git-dir', directory, 'cat-file', '--batch']
    this.#child = spawn('git', args, { env: gitEnvironment(), stdio: ['pipe', 'pipe', 'ignore'] })
    this.#child.stdout.on('data', (chunk: Buffer) => this.#take(chunk))
    this.#child.stdin.on('error', () => undefined)
    this.#child.on('close', () => {
      this.isOver = true
      for (const resolve of this.#waiting.splice(0)) resolve(undefined)
    })
  }

  async read(oid: string): Promise<PackedObject | undefined> {
    clearTimeout(this.#idle)
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.#child.stdin.write(`${oid}\n`)
    })
  }

  #take(chunk: Buffer): void {
    let bytes = Buffer.concat([this.#rest, chunk])
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10)) {
      const [, type = '', size = ''] = bytes.toString('latin1', 0, end).split(' ')
      const isThere = type !== 'missing'
      const length = isThere ? end + 1 + Number(size) + 1 : end + 1
      if (bytes.length < length) break
      this.#waiting.shift()?.(isThere ? { type, bytes: Buffer.from(bytes.subarray(end + 1, length - 1)) } : undefined)
      bytes = bytes.subarray(length)
    }
    this.#rest = Buffer.from(bytes)
    clearTimeout(this.#idle)
    if (this.#waiting.length === 0) this.#idle = setTimeout(() => this.#end(), IDLE_MS)
  }

  #end(): void {
    this.isOver = true
    this.#child.stdin.end()
  }
}
