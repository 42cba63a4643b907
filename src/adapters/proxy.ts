import type * as http from 'node:http'

/**
 * Lets `fetch` go through HTTPS_PROXY, HTTP_PROXY and NO_PROXY, as git does by itself. The function came with Node 24.14;
 * on an older self-hosted runner a proxy needs NODE_USE_ENV_PROXY=1.
 */
export function useProxyFromEnvironment(env: NodeJS.ProcessEnv = process.env): void {
  if (!PROXIES.some((name) => (env[name] ?? '') !== '')) return
  // Not imported: as a module, node:http loads all of fetch (20 ms) before the first line runs.
  const proxied = process.getBuiltinModule('node:http') as typeof http & { setGlobalProxyFromEnv?: () => void }
  proxied.setGlobalProxyFromEnv?.()
}

const PROXIES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'] as const
