import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'rolldown'

type Endpoints = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/**
 * Leaves of Octokit's table of endpoints (87 KB, built into 900 functions) those that sources below `folder` call, found by
 * how they call them: `api.pulls.create(`.
 * @throws where a source calls an endpoint that Octokit has not
 */
export function usedEndpoints(folder: string): Plugin {
  return {
    name: 'used-endpoints',
    transform: {
      filter: { id: /plugin-rest-endpoint-methods[\\/].*[\\/]generated[\\/]endpoints\.js$/ },
      async handler(_, id) {
        const { default: all } = (await import(id)) as { readonly default: Endpoints }
        const used: Record<string, Record<string, unknown>> = {}
        for (const [scope, method] of callsBelow(folder)) {
          const endpoint = all[scope]?.[method]
          if (endpoint === undefined) throw new Error(`Octokit has no endpoint ${scope}.${method}`)
          used[scope] = { ...used[scope], [method]: endpoint }
        }
        return { code: `export default ${JSON.stringify(used, undefined, 2)}`, map: null }
      },
    },
  }
}

function callsBelow(folder: string): readonly (readonly [scope: string, method: string])[] {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'))
  const calls = texts.flatMap((text) => [...text.matchAll(/\bapi\s*\.(\w+)\s*\.(\w+)\(/g)])
  return calls.map(([, scope = '', method = '']) => [scope, method] as const)
}
