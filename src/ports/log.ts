import type { Finding } from '../core/finding.ts'

/** For a person's eye while the run goes on. Whatever is passed is made safe by the adapter. */
export interface Log {
  info(text: string): void
  finding(finding: Finding): void
  /** A secret that must never be shown. */
  mask(secret: string): void
}
