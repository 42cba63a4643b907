import { error, notice, setSecret, warning, type AnnotationProperties } from '@actions/core'
import type { Finding } from '../core/finding.ts'
import { formatPlace, type Place } from '../core/names.ts'
import { clip } from '../core/pull-request/untrusted.ts'
import { ANNOTATION_LENGTH, ANNOTATION_LIMIT, defang } from '../core/report/annotations.ts'
import { levelOf, phraseFinding } from '../core/report/phrase.ts'
import type { Log } from '../ports/log.ts'

/** The log of an action's run: what the runner reads as commands is ours alone. */
export interface ActionLog extends Log {
  /** An error annotation for each problem. */
  problem(message: string, place?: Place): void
  /** Says how many annotations the runner would have dropped. Call once, at the end. */
  close(): void
}

type Level = 'error' | 'warning' | 'notice'

/** Writes to `print`, one line a call, without its line end. */
export function createActionLog(print: (line: string) => void = printLine): ActionLog {
  const told: Record<Level, number> = { error: 0, warning: 0, notice: 0 }
  const annotate = (level: Level, title: string, message: string, place: Place | undefined): void => {
    told[level] += 1
    if (told[level] > ANNOTATION_LIMIT) return
    // The log shows the message alone; and the place is one of the GitOps repository, which the page cannot link to.
    const text = place === undefined ? message : `${formatPlace(place)}: ${message}`
    ANNOTATE[level](clip(defang(text), ANNOTATION_LENGTH), properties(title, place))
  }
  return {
    info(text) {
      for (const line of text.replace(/\r?\n$/, '').split(/\r\n|\r|\n/)) print(defang(line))
    },
    finding(found: Finding) {
      annotate(levelOf(found.code), found.code, phraseFinding(found), found.place)
    },
    problem(message, place) {
      annotate('error', 'image-bump', message, place)
    },
    mask(secret) {
      for (const text of secretForms(secret)) setSecret(text)
    },
    close() {
      for (const level of ['error', 'warning', 'notice'] as const) {
        const more = told[level] - ANNOTATION_LIMIT
        if (more > 0) print(`${more} more of level ${level}: see the summary of this run.`)
      }
    },
  }
}

/** A secret in every form it is sent in: as it is, and as the password that git sends; and each line of either. */
export function secretForms(secret: string): readonly string[] {
  if (secret === '') return []
  const password = Buffer.from(`x-access-token:${secret}`).toString('base64')
  const lines = secret.split(/[\r\n]+/)
  return [...new Set([secret, ...lines, password])].filter((text) => text.trim() !== '')
}

const ANNOTATE: Readonly<Record<Level, (message: string, properties: AnnotationProperties) => void>> = {
  error,
  warning,
  notice,
}

function properties(title: string, place: Place | undefined): AnnotationProperties {
  return {
    title: defang(title),
    ...(place === undefined ? {} : { file: defang(place.path) }),
    ...(place?.line === undefined ? {} : { startLine: place.line }),
    ...(place?.column === undefined ? {} : { startColumn: place.column }),
  }
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`)
}
