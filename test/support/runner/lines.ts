import type { Readable } from 'node:stream'

/** A line of the action's output. */
export interface Line {
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

/** Splits at LF, CRLF and lone CR, as the runner's reader does; resolves at the end of the stream. */
export async function splitLines(stream: Readable, take: (text: string) => void): Promise<void> {
  let rest = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream as AsyncIterable<string>) {
    const parts = (rest + chunk).split(/\r\n|\n|\r(?!$)/)
    rest = parts.pop() ?? ''
    for (const part of parts) take(part)
  }
  for (const part of rest === '' ? [] : rest.replace(/\r$/, '').split('\r')) take(part)
}
