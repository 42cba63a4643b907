/**
 * Keeps V8's young generation at its first size. A run parses a thousand files and keeps next to nothing of them; left alone,
 * the space for what is thrown away grows to 100 MB. Costs nothing that can be measured.
 */
export function keepYoungHeapSmall(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1')
}
