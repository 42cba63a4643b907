import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { BumpError } from '../core/errors.ts'
import { quote } from '../core/image/reference.ts'

/**
 * Reads a file of the caller, or stdin for "-".
 * @throws {BumpError} BAD_CALL
 */
export async function readText(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
  } catch (cause) {
    throw new BumpError('BAD_CALL', `${quote(file)} cannot be read.`, { cause })
  }
}
