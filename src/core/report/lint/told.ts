import { comparePlaces } from '../../compare.ts'
import type { Problem } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import type { Place } from '../../names.ts'
import { levelOf, phraseFinding } from '../phrase.ts'
import { RULES, type Level, type RuleCode } from './rules.ts'
import { showInvisible } from '../../pull-request/untrusted.ts'

/** One thing that lint has to tell, as every form of its answer needs it. */
export interface Told {
  readonly code: RuleCode
  readonly level: Level
  readonly message: string
  readonly place?: Place
  /** What it is about, whatever the line: the same after lines have moved. */
  readonly identity: string
}

/** Findings and problems of the policy file, by place; what has none comes last. */
export function tell(findings: readonly Finding[], problems: readonly Problem[]): readonly Told[] {
  const all = [...problems.map(toldProblem), ...findings.map(toldFinding)]
  return all.sort((a, b) => comparePlaces(a.place, b.place))
}

function toldProblem({ place, message }: Problem): Told {
  return {
    code: 'BAD_POLICY',
    level: 'error',
    message: showInvisible(message),
    identity: message,
    ...(place === undefined ? {} : { place }),
  }
}

function toldFinding(found: Finding): Told {
  const { code, place } = found
  return {
    code,
    level: levelIn(found),
    message: phraseFinding(found),
    identity: Object.entries(found.args)
      .flatMap(([name, value]) => (ABOUT_OTHERS.has(name) ? [] : [`${name}=${value}`]))
      .join('\n'),
    ...(place === undefined ? {} : { place }),
  }
}

/** A policy that nobody defines and none is near may come from where text does not show it, e.g. a patch of kustomize. */
function levelIn(found: Finding): Level {
  if (found.code === 'UNKNOWN_POLICY' && found.args.nearest === '') return 'warning'
  return RULES.get(found.code)?.level ?? (levelOf(found.code) === 'notice' ? 'note' : 'warning')
}

// What these say changes when something else does.
const ABOUT_OTHERS: ReadonlySet<string> = new Set(['otherPlace', 'other', 'reason', 'nearest'])
