/** GitHub's own GraphQL schema, loaded at the first query; scalars refuse what GitHub's refuse. */
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'

import type * as Library from 'graphql'
import type { GraphQLScalarType, GraphQLSchema } from 'graphql'

export type GraphqlLibrary = typeof Library
export interface Loaded {
  readonly library: GraphqlLibrary
  readonly schema: GraphQLSchema
}

let library: Promise<GraphqlLibrary> | undefined
let loaded: Promise<Loaded> | undefined

export async function loadLibrary(): Promise<GraphqlLibrary> {
  library ??= import('graphql')
  return library
}

export async function loadSchema(): Promise<Loaded> {
  loaded ??= loadLibrary().then((library) => {
    const path = join(findPackageJSON('@octokit/graphql-schema', import.meta.url) ?? '', '../schema.graphql')
    // Without its prose, assumed valid, without locations: a quarter of the time, and the schema is GitHub's to check.
    const text = readFileSync(path, 'utf8').replaceAll(/"""[^]*?"""/g, '')
    const schema = library.buildSchema(text, { assumeValid: true, noLocation: true })
    restrict(library, schema, 'GitObjectID', /^[0-9a-f]{40}$/)
    restrict(library, schema, 'GitRefname', /^refs\/./)
    restrict(library, schema, 'Base64String', /^[A-Za-z0-9+/\r\n]*={0,2}\s*$/)
    return { library, schema }
  })
  return loaded
}

function restrict({ GraphQLError }: GraphqlLibrary, schema: GraphQLSchema, name: string, pattern: RegExp): void {
  const scalar = schema.getType(name) as GraphQLScalarType
  scalar.parseValue = (value: unknown) => {
    if (typeof value === 'string' && pattern.test(value)) return value
    throw new GraphQLError(`${JSON.stringify(value)} is not a ${name}`)
  }
}
