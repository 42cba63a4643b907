/** What people do to pull requests behind the back of what is tested. Who did it is recorded. */
import { addPull, closePull } from './lifecycle.ts'
import { mergeAnyway, mergeWaiting } from './merging.ts'
import type { MergeMethod } from './merging.ts'
import { PERSON, Repositories } from './repositories.ts'
import { takeReviewersOff } from './rest/issues.ts'
import { exclusively, nextId, record } from './state.ts'
import type { Pull } from './state.ts'

export class People extends Repositories {
  /** A pull request whose head lives in somebody's fork. */
  async openFromFork(fullName: string, fork: string, head: string, headOid: string, base = 'main'): Promise<Pull> {
    const repository = this.repository(fullName)
    const author = fork.split('/')[0] ?? fork
    const text = { title: `from ${fork}`, body: null, head, base, draft: false, author, headOid, headRepository: fork }
    return exclusively(repository, async () => addPull(this.world, repository, text))
  }

  /** Merges as an administrator may. @returns where base stands then */
  async merge(fullName: string, number: number, method: MergeMethod = 'merge', by = PERSON): Promise<string> {
    return mergeAnyway(this.world, this.repository(fullName), this.pull(fullName, number), { method, actor: by })
  }

  close(fullName: string, number: number, by = PERSON): void {
    closePull(this.world, this.pull(fullName, number), by)
  }

  async approve(fullName: string, number: number, by = 'reviewer'): Promise<void> {
    this.pull(fullName, number).approvals.push(by)
    await mergeWaiting(this.world, this.repository(fullName))
  }

  async setCheck(fullName: string, oid: string, name: string, state: 'success' | 'failure' | 'pending'): Promise<void> {
    this.repository(fullName).checks.set(`${oid} ${name}`, state)
    await mergeWaiting(this.world, this.repository(fullName))
  }

  label(fullName: string, number: number, label: string, by = PERSON): void {
    const repository = this.repository(fullName)
    const pull = this.pull(fullName, number)
    const fresh = { id: nextId(this.world), name: label, color: 'ededed', description: null }
    if (!repository.labels.has(label.toLowerCase())) repository.labels.set(label.toLowerCase(), fresh)
    if (!pull.labels.includes(label)) pull.labels.push(label)
    record(this.world, pull, { event: 'labeled', actor: by, label })
  }

  unlabel(fullName: string, number: number, label: string, by = PERSON): void {
    const pull = this.pull(fullName, number)
    pull.labels = pull.labels.filter((name) => name !== label)
    record(this.world, pull, { event: 'unlabeled', actor: by, label })
  }

  removeReviewer(fullName: string, number: number, login: string, by = PERSON): void {
    takeReviewersOff({ world: this.world, actor: by }, this.pull(fullName, number), [login], [])
  }

  unassign(fullName: string, number: number, login: string, by = PERSON): void {
    const pull = this.pull(fullName, number)
    pull.assignees = pull.assignees.filter((name) => name !== login)
    record(this.world, pull, { event: 'unassigned', actor: by, assignee: login })
  }

  /** Title and body as a person edits them. */
  edit(fullName: string, number: number, { title, body }: { readonly title?: string; readonly body?: string }): void {
    const pull = this.pull(fullName, number)
    pull.title = title ?? pull.title
    pull.body = body ?? pull.body
  }
}
