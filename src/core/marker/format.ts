import { mayHoldMarkers } from '../git/repo-path.ts'

/** The formats that markers are read in. A file is of one by its name alone; YAML needs no word in the policy file. */
export type Format = 'yaml' | TextFormat
export type TextFormat = 'env' | 'toml' | 'hcl' | 'dockerfile'

/** For people: the names a file may have, YAML aside. */
export const TEXT_NAMES = '.env, .env.*, *.env, *.toml, *.tf, *.tfvars, *.hcl, Dockerfile, Containerfile'

/** Globs (minimatch) of all files of such names. */
export const TEXT_GLOBS: readonly string[] = [
  ...['.env', '.env.*', '*.env', '*.toml', '*.tf', '*.tfvars', '*.hcl'].map((name) => `**/${name}`),
  ...['Dockerfile', 'Dockerfile.*', '*.Dockerfile', 'Containerfile'].map((name) => `**/${name}`),
]

/** The format of a file, or undefined where markers mean nothing to us. */
export function formatOf(path: string): Format | undefined {
  if (mayHoldMarkers(path)) return 'yaml'
  const name = path.slice(path.lastIndexOf('/') + 1)
  return NAMES.find(([pattern]) => pattern.test(name))?.[1]
}

const NAMES: readonly (readonly [RegExp, TextFormat])[] = [
  [/\.toml$/, 'toml'],
  [/\.(?:tf|tfvars|hcl)$/, 'hcl'],
  [/^(?:Dockerfile|Containerfile)$|^Dockerfile\.|\.Dockerfile$/, 'dockerfile'],
  [/^\.env(?:\.|$)|\.env$/, 'env'],
]
