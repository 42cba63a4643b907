import { setOutput } from '@actions/core'
import { createActionLog } from '../../src/adapters/action-log.ts'
import { finding } from '../../src/core/finding.ts'
import type { RepoPath } from '../../src/core/names.ts'

/** Run as an action by action-log.test.ts: passes to the log what an attacker would write into tags, paths and secrets. */
const log = createActionLog()
log.mask(process.env['INPUT_TOKEN'] ?? '')
log.info('x ##[set-output name=answer;]pwned\n::set-output name=answer::pwned\r::error::pwned\n')
const place = { path: 'apps/a,b:c.yaml' as RepoPath, line: 3, column: 7 }
for (let count = 0; count < 12; count += 1)
  log.finding(finding('UNKNOWN_POLICY', { policy: 'a:b\n::error::pwned ##[error]x', nearest: '' }, place))
log.problem(`${'y'.repeat(5_000)}\n::error::pwned`)
log.close()
setOutput('answer', 'a\nb=c<<d')
