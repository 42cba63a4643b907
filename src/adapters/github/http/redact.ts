/** Makes text of the other side fit for an error: no secret, no control character, bounded. */
export type Redact = (text: string) => string

const LIMIT = 500
const STAND_IN = '***'

/** Hides the token and the forms it travels in (base64 of the pair git sends, percent-encoded). */
export function redactor(token: string): Redact {
  const forms = [
    token,
    ...['x-access-token', 'git', ''].map((user) => Buffer.from(`${user}:${token}`).toString('base64')),
    Buffer.from(token).toString('base64'),
    encodeURIComponent(token),
  ]
  // The longest first, so that a form that holds another is hidden whole.
  const secrets = token === '' ? [] : [...new Set(forms)].sort((a, b) => b.length - a.length)
  return (text) => bounded(secrets.reduce((hidden, secret) => hidden.replaceAll(secret, STAND_IN), text))
}

function bounded(text: string): string {
  const plain = text
    // Control, line-separator and direction-changing characters: they could end a log line or hide what follows.
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .trim()
  return plain.length > LIMIT ? `${plain.slice(0, LIMIT)}…` : plain
}
