import { quote, type Parsed } from '../image/reference.ts'
import type { RepoPath } from '../names.ts'
import { checkRepoPath } from '../git/repo-path.ts'
import type { RepositoryName, Revision, ServiceUrl, Settings } from './settings.ts'

/** How each kind of input reads. A reason says what is wrong and what to write, for the end of "input x: …". */

const GLOB_LIMIT = 1000
// GitHub's: an owner is letters, digits and single inner hyphens (an underscore in managed accounts); a name also dots.
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9._-]{1,100}$/
const REVISION = /^[0-9a-f]{7,64}$/i
const AUTHOR = /^(?<name>[^<>\p{C}]*[\p{L}\p{N}][^<>\p{C}]*?) +<(?<email>[^<>@\s\p{C}]+@[^<>@\s\p{C}]+)>$/u
const CONTROL = /\p{Cc}/u

/** `owner/name`. */
export function readRepositoryName(text: string): Parsed<RepositoryName> {
  const name = text.slice(text.indexOf('/') + 1)
  if (REPOSITORY.test(text) && !/^\.{1,2}$/.test(name) && !/\.git$/i.test(name)) return ok(text as RepositoryName)
  return no(`${quote(text)} is not a repository. Write owner/name, without a host or ".git".`)
}

/** The reason never shows the text. */
export function readToken(text: string): Parsed<string> {
  if (text === '') return no('it is empty. Is the secret defined, and may this workflow (a fork?) read it?')
  if (/^[\x21-\x7e]+$/.test(text)) return ok(text)
  return no('it holds white space, control or non-ASCII characters. Store the bare token as the secret.')
}

/** A file of the GitOps repository, `./` before it allowed. */
export function readRepoPath(text: string): Parsed<RepoPath> {
  return checkRepoPath(withoutDot(text))
}

/** A glob of the input `paths`: what is included, never what is not. */
export function readGlob(text: string): Parsed<string> {
  // A final slash names the folder, which is what it means without one too.
  const glob = withoutDot(text).replace(/\/+$/, '')
  if (glob.length > GLOB_LIMIT) return no(`a glob is longer than ${GLOB_LIMIT.toLocaleString('en')} characters.`)
  // `!(a|b)` is a pattern; `!a` would be a file of that name, which nobody means.
  if (/^!(?!\()/.test(glob)) return no(`${quote(text)} excludes. Write only what to include, e.g. clusters/staging/**.`)
  if (glob.includes('\\')) return no(`${quote(text)} holds a backslash. Write "/" between folders.`)
  return checkRepoPath(glob)
}

/** The spellings of YAML's core schema, as the runner's own toolkit reads them. */
export function readBoolean(text: string): Parsed<boolean> {
  if (['true', 'True', 'TRUE'].includes(text)) return ok(true)
  if (['false', 'False', 'FALSE'].includes(text)) return ok(false)
  return no(`${quote(text)} is neither. Write true or false.`)
}

/** A commit id, whole or its start. */
export function readRevision(text: string): Parsed<Revision> {
  if (REVISION.test(text)) return ok(text.toLowerCase() as Revision)
  return no(`${quote(text)} is not a commit id. Write 7 to 64 hex digits, e.g. \${{ github.sha }}.`)
}

/** `Name <address>`, as git has it. */
export function readAuthor(text: string): Parsed<NonNullable<Settings['author']>> {
  const { name, email } = AUTHOR.exec(text)?.groups ?? {}
  if (name !== undefined && email !== undefined) return ok({ name: name.trim(), email })
  return no(`${quote(text)} is not an author. Write Name <name@example.com>.`)
}

/** One of a few words. */
export function readChoice<Choice extends string>(text: string, choices: readonly Choice[]): Parsed<Choice> {
  const choice = choices.find((known) => known === text)
  return choice === undefined ? no(`${quote(text)} is not known. Write ${choices.join(' or ')}.`) : ok(choice)
}

/** The token goes to this address, so it must be encrypted; loopback is where tests and tunnels listen. */
export function readServiceUrl(text: string): Parsed<ServiceUrl> {
  if (!URL.canParse(text) || CONTROL.test(text))
    return no(`${quote(text)} is not a URL. Write e.g. https://github.com.`)
  const url = new URL(text)
  // The text is not shown where it may hold a password.
  if (url.username !== '' || url.password !== '')
    return no('it holds credentials. Write it without; use the input token.')
  if (url.search !== '' || url.hash !== '') return no(`${quote(text)} has a query or fragment. Write it without.`)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
    return ok(url.href.replace(/\/+$/, '') as ServiceUrl)
  return no(`${quote(text)} is not https. Plain http is allowed on loopback only.`)
}

function ok<Value>(value: Value): Parsed<Value> {
  return { ok: true, value }
}

function no(reason: string): Parsed<never> {
  return { ok: false, reason }
}

/** `./apps` is how shells complete a path. */
function withoutDot(path: string): string {
  return path.replace(/^(?:\.\/)+/, '')
}

/** Whether the host of a URL is this machine. WHATWG URL has normalized it: 127.1 and 2130706433 read 127.0.0.1 here. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}
