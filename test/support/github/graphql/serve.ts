/** placeholder until the schema is served */
import type { World } from '../state.ts'
export function graphqlOperation(_body: unknown): string {
  return ''
}
export async function serveGraphql(_world: World, _request: object): Promise<{ status: number; body: unknown }> {
  return { status: 500, body: {} }
}
