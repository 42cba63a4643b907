import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorktree } from '../../src/adapters/worktree.ts'
import type { RepoPath } from '../../src/core/names.ts'

let folder: string
let root: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'worktree-')))
  root = join(folder, 'root')
  mkdirSync(root)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = (text: string): RepoPath => text as RepoPath
const bytes = (text: string): Buffer => Buffer.from(text)

function put(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}

describe('files', () => {
  test('are those that a marker can stand in, by content', async () => {
    const found = [
      '-x.yaml',
      '.hidden/c.yaml',
      'a.yaml',
      'a/Kustomization',
      'a/b/c.yml',
      'new\nline.yaml',
      'sub/x.git/y.yaml',
      'ü.yaml',
    ]
    for (const name of found) put(name, `${name}\0 MARK`)
    for (const name of ['a.txt', '.git/x.yaml', 'sub/.git/x.yaml', 'Kustomization.md', 'UPPER.YAML']) put(name, 'MARK')
    put('none.yaml', 'mark')
    const tree = await openWorktree(root)
    const files = await tree.files(['no', 'MARK'])
    expect(files.map((file) => file.path)).toEqual(found)
    expect(files.map((file) => Buffer.from(file.bytes).toString())).toEqual(found.map((name) => `${name}\0 MARK`))
    expect(await tree.files([])).toEqual([])
  })

  test('are found with what they mention, and read then', async () => {
    put('a.yaml', 'image: x:1 # {"$imagepolicy": "prod:shop"}\n')
    put('b/flux.yaml', 'apiVersion: image.toolkit.fluxcd.io/v1\n')
    put('c.yaml', 'image: x:1\n')
    const tree = await openWorktree(root)
    const found = await tree.search(['"$imagepolicy"', 'image.toolkit.fluxcd.io'])
    expect(found).toEqual([
      { path: 'a.yaml', mentions: { names: new Set(['prod:shop']), flux: false } },
      { path: 'b/flux.yaml', mentions: { names: new Set(), flux: true } },
    ])
    rmSync(join(root, 'a.yaml'))
    expect(await tree.read(found)).toEqual([
      { path: 'b/flux.yaml', bytes: bytes('apiVersion: image.toolkit.fluxcd.io/v1\n') },
    ])
    expect(await tree.search([])).toEqual([])
  })

  test('are also those that a glob names, of whatever kind', async () => {
    for (const name of ['a.yaml', 'b/.env', 'b/c.tf', 'd/e.tf', 'node.js']) put(name, 'MARK')
    const tree = await openWorktree(root)
    const found = await tree.files(['MARK'], ['b/**', '**/*.toml', 'node.js'])
    expect(found.map((file) => file.path)).toEqual(['a.yaml', 'b/.env', 'b/c.tf', 'node.js'])
  })

  test('are never read through a link, and a pipe does not block', async () => {
    mkdirSync(join(folder, 'outside'))
    writeFileSync(join(folder, 'outside', 's.yaml'), 'MARK')
    put('real/s.yaml', 'MARK')
    symlinkSync(join(folder, 'outside'), join(root, 'folder'))
    symlinkSync(join(folder, 'outside', 's.yaml'), join(root, 'file.yaml'))
    symlinkSync('real', join(root, 'inside'))
    symlinkSync('.', join(root, 'loop'))
    execFileSync('mkfifo', [join(root, 'pipe.yaml')])
    const tree = await openWorktree(root)
    expect((await tree.files(['MARK'])).map((file) => file.path)).toEqual(['real/s.yaml'])
    for (const name of [
      'file.yaml',
      'folder/s.yaml',
      'inside/s.yaml',
      'pipe.yaml',
      'none.yaml',
      'real',
      '../outside/s.yaml',
    ])
      expect(await tree.file(path(name))).toBeUndefined()
    expect(await tree.file(path('real/s.yaml'))).toEqual(bytes('MARK'))
  })

  test('a checkout may itself be named through a link', async () => {
    put('a.yaml', 'MARK')
    symlinkSync(root, join(folder, 'link'))
    expect(await (await openWorktree(join(folder, 'link'))).files(['MARK'])).toHaveLength(1)
  })

  test.each(['none', 'root/a.yaml'])('%s is no checkout', async (name) => {
    put('a.yaml', '')
    await expect(openWorktree(join(folder, name))).rejects.toMatchObject({ code: 'BAD_WORKTREE' })
  })
})

describe('write', () => {
  test.each([0o644, 0o755, 0o600, 0o666])('keeps the mode %o and leaves no other file', async (mode) => {
    put('d/a.yaml', 'old')
    chmodSync(join(root, 'd/a.yaml'), mode)
    await (await openWorktree(root)).write(path('d/a.yaml'), bytes('new'))
    expect(readFileSync(join(root, 'd/a.yaml'), 'utf8')).toBe('new')
    expect(statSync(join(root, 'd/a.yaml')).mode & 0o7777).toBe(mode)
    expect(readdirSync(join(root, 'd'))).toEqual(['a.yaml'])
  })

  test('makes a file that is not there yet', async () => {
    await (await openWorktree(root)).write(path('.image-bump.yaml'), bytes('new'))
    expect(readFileSync(join(root, '.image-bump.yaml'), 'utf8')).toBe('new')
    expect(statSync(join(root, '.image-bump.yaml')).mode & 0o7777).toBe(0o644)
  })

  test('leaves the other name of a file with two alone', async () => {
    put('a.yaml', 'old')
    linkSync(join(root, 'a.yaml'), join(folder, 'other'))
    await (await openWorktree(root)).write(path('a.yaml'), bytes('new'))
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('old')
  })

  test.each([
    { name: 'link.yaml', because: 'a link to a file' },
    { name: 'dangling.yaml', because: 'a link to nothing' },
    { name: 'folder/s.yaml', because: 'a link to a folder outside' },
    { name: 'inside/s.yaml', because: 'a link to a folder inside' },
    { name: 'real/up/s.yaml', because: 'a link further down' },
    { name: '../outside/s.yaml', because: 'out of the root' },
    { name: 'real/../../outside/s.yaml', because: 'out of the root by a detour' },
    { name: '.git/config', because: 'git’s own' },
    { name: 'real', because: 'a folder' },
    { name: 'none/s.yaml', because: 'a folder that is not there' },
    { name: 'real/s.yaml/x', because: 'a file in the place of a folder' },
    { name: '', because: 'nothing' },
  ])('$name is refused: $because', async ({ name }) => {
    mkdirSync(join(folder, 'outside'))
    writeFileSync(join(folder, 'outside', 's.yaml'), 'old')
    put('real/s.yaml', 'old')
    put('.git/config', 'old')
    symlinkSync(join(folder, 'outside', 's.yaml'), join(root, 'link.yaml'))
    symlinkSync(join(folder, 'outside', 'new.yaml'), join(root, 'dangling.yaml'))
    symlinkSync(join(folder, 'outside'), join(root, 'folder'))
    symlinkSync('real', join(root, 'inside'))
    symlinkSync(join(folder, 'outside'), join(root, 'real', 'up'))
    const tree = await openWorktree(root)
    await expect(tree.write(path(name), bytes('new'))).rejects.toMatchObject({ code: 'BAD_WORKTREE' })
    expect(readdirSync(join(folder, 'outside'))).toEqual(['s.yaml'])
    expect(readFileSync(join(folder, 'outside', 's.yaml'), 'utf8')).toBe('old')
    expect(readFileSync(join(root, 'real', 's.yaml'), 'utf8')).toBe('old')
    expect(readFileSync(join(root, '.git', 'config'), 'utf8')).toBe('old')
    expect(lstatSync(join(root, 'link.yaml')).isSymbolicLink()).toBe(true)
  })
})
