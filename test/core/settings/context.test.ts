import { expect, test } from 'vitest'
import { readContext } from '../../../src/core/settings/context.ts'

test('a workflow run says where it is', () => {
  const context = readContext({
    GITHUB_SERVER_URL: 'https://ghe.example.com',
    GITHUB_API_URL: 'https://ghe.example.com/api/v3',
    GITHUB_GRAPHQL_URL: 'https://ghe.example.com/api/graphql',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: 'abc',
    GITHUB_RUN_ID: '47',
  })
  expect(context).toEqual({
    serverUrl: 'https://ghe.example.com',
    apiUrl: 'https://ghe.example.com/api/v3',
    graphqlUrl: 'https://ghe.example.com/api/graphql',
    repository: 'acme/shop',
    sha: 'abc',
    runUrl: 'https://ghe.example.com/acme/shop/actions/runs/47',
  })
})

test.each([
  { env: {}, apiUrl: 'https://api.github.com', graphqlUrl: 'https://api.github.com/graphql', because: 'github.com' },
  {
    env: { GITHUB_SERVER_URL: 'https://ghe.example.com' },
    apiUrl: 'https://ghe.example.com/api/v3',
    graphqlUrl: 'https://ghe.example.com/api/graphql',
    because: 'an enterprise server keeps both below one host',
  },
  {
    env: { GITHUB_REPOSITORY: '', GITHUB_RUN_ID: '4', GITHUB_API_URL: ' ' },
    apiUrl: 'https://api.github.com',
    graphqlUrl: 'https://api.github.com/graphql',
    because: 'an empty variable is none',
  },
])('without variables the addresses are those of $because', ({ env, apiUrl, graphqlUrl }) => {
  const context = readContext(env)
  expect(context).toMatchObject({ apiUrl, graphqlUrl })
  expect(context).not.toHaveProperty('repository')
  expect(context).not.toHaveProperty('runUrl')
})
