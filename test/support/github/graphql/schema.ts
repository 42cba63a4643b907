/** GitHub's own GraphQL schema, loaded at the first query; scalars refuse what GitHub's refuse. */
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'

import type { GraphQLScalarType, GraphQLSchema } from 'graphql'

export type Library = typeof import('graphql')
export interface Loaded {
  readonly library: Library
  readonly schema: GraphQLSchema
}

let library: Promise<Library> | undefined
let loaded: Promise<Loaded> | undefined

export async function loadLibrary(): Promise<Library> {
  library ??= import('graphql')
  return library
}

export async function loadSchema(): Promise<Loaded> {
  loaded ??= loadLibrary().then((library) => {
    const path = join(findPackageJSON('@octokit/graphql-schema', import.meta.url) ?? '', '../schema.graphql')
    // assumeValid and noLocation: three times faster, and the schema is GitHub's to check.
    const schema = library.buildSchema(readFileSync(path, 'utf8'), { assumeValid: true, noLocation: true })
    restrict(library, schema, 'GitObjectID', /^[0-9a-f]{40}$/)
    restrict(library, schema, 'GitRefname', /^refs\/./)
    restrict(library, schema, 'Base64String', /^[A-Za-z0-9+/\r\n]*={0,2}\s*$/)
    return { library, schema }
  })
  return loaded
}

function restrict({ GraphQLError }: Library, schema: GraphQLSchema, name: string, pattern: RegExp): void {
  const scalar = schema.getType(name) as GraphQLScalarType
  scalar.parseValue = (value: unknown) => {
    if (typeof value === 'string' && pattern.test(value)) return value
    throw new GraphQLError(`${JSON.stringify(value)} is not a ${name}`)
  }
}
