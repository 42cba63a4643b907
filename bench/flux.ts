/** Flux's update engine as a program, where its module and Go are at hand. */
import { execFileSync } from 'node:child_process'
import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Builds it inside a checkout of fluxcd/image-automation-controller, because Go lets nobody else import what is internal.
 * @returns the path of the program
 */
export async function buildFlux(checkout: string): Promise<string> {
  const folder = resolve(checkout, 'image-bump-bench')
  await mkdir(folder, { recursive: true })
  await copyFile(fileURLToPath(new URL('flux/main.go', import.meta.url)), join(folder, 'main.go'))
  const program = join(folder, 'flux')
  execFileSync('go', ['build', '-mod=mod', '-o', program, './image-bump-bench'], {
    cwd: resolve(checkout),
    stdio: 'inherit',
  })
  return program
}
