import { showInvisible } from '../core/pull-request/untrusted.ts'
import { findingsText } from '../core/report/text.ts'
import type { Log } from '../ports/log.ts'

/** A log for a person at a terminal: one line each, on stderr, with nothing in it that a terminal acts on. */
export function textLog(print: (text: string) => void): Log {
  return {
    info(text) {
      print(`${showInvisible(text)}\n`)
    },
    finding(found) {
      print(findingsText([found]))
    },
    // Nothing that is printed holds a secret; there is nobody to tell it to.
    mask() {},
  }
}
