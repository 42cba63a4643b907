/** Where git searches: YAML, and what the globs may name. Git's globs differ from ours, so it is never less than that. */
export function pathspecs(globs: readonly string[]): readonly string[] {
  return [':(glob)**/*.yaml', ':(glob)**/*.yml', ':(glob)**/Kustomization', ...globs.map(atLeast)]
}

/** All signs that mean something in a glob of ours; git's are among them. */
const MAGIC = /[*?[\]{}()!+@\\]/

/** The folder that all its files are in, and how their names end: what stands before and after the first and last sign. */
function atLeast(glob: string): string {
  const parts = glob.split('/').filter((part) => part !== '' && part !== '.')
  const magic = parts.findIndex((part) => MAGIC.test(part))
  // A glob without signs names a file, or a folder and all that is in it; so does a literal pathspec of git.
  if (magic === -1) return `:(literal)${parts.join('/')}`
  const last = parts.at(-1) ?? ''
  const ending = last.slice(last.split('').findLastIndex((character) => MAGIC.test(character)) + 1)
  return `:(glob)${[...parts.slice(0, magic), '**', `*${ending}`].join('/')}`
}
