import http from 'node:http'

/**
 * Lets `fetch` go through HTTPS_PROXY, HTTP_PROXY and NO_PROXY, as git does by itself. The function came with Node 24.14;
 * on an older self-hosted runner a proxy needs NODE_USE_ENV_PROXY=1.
 */
export function useProxyFromEnvironment(): void {
  const proxied = http as typeof http & { setGlobalProxyFromEnv?: () => void }
  proxied.setGlobalProxyFromEnv?.()
}
