/**
 * Stands in for what @octokit/rest brings along and nobody here calls (7 KB): a log of requests, paging, and its own way to
 * GraphQL. A name that is missing here fails the build.
 */
export const requestLog = (): object => ({})
export const paginateRest = (): object => ({})
export const withCustomRequest = (): object => ({ defaults: () => undefined })
