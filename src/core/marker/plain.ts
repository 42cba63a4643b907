/**
 * Whether a text can stand as a plain scalar and is read as just that string, by YAML 1.1 and by YAML 1.2.
 * Looks at one line of a value or a sequence item, never at a key.
 */
export function fitsPlain(value: string, inFlow: boolean): boolean {
  if (value === '' || value.trim() !== value || !PRINTABLE.test(value)) return false
  if (/^[,[\]{}#&*!|>'"%@`]/.test(value) || /^[-?:](?:\s|$)/.test(value)) return false
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(value) || /:(?:\s|$)|\s#/.test(value)) return false
  // Inside flow collections, a few characters end a plain scalar, and ":" or "?" before them is an indicator.
  if (inFlow && (/[,[\]{}]/.test(value) || /^[-?:]$/.test(value))) return false
  return plainString(value)
}

/**
 * Whether a plain scalar with this text is a string for YAML 1.1 and 1.2 readers, as far as real ones go: Go's read
 * an exponent past float64 (`123e4567`, a shortened commit) as a string, and so do we.
 */
export function plainString(value: string): boolean {
  return (
    !WORDS.has(value) && !PREFIXED_INTEGER.test(value) && !decimal(value) && !SIXTIES.test(value) && !DATE.test(value)
  )
}

// Everything YAML prints as it is: no control characters, no line breaks of YAML 1.1, no byte order mark, no half pairs.
const PRINTABLE = /^[\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u

const WORDS: ReadonlySet<string> = new Set(
  [
    '~ null Null NULL true True TRUE false False FALSE y Y yes Yes YES n N no No NO on On ON off Off OFF << =',
    '.inf .Inf .INF +.inf +.Inf +.INF -.inf -.Inf -.INF .nan .NaN .NAN',
  ].flatMap((line) => line.split(' ')),
)
const PREFIXED_INTEGER = /^[-+]?0(?:[bB][01_]+|[oO][0-7_]+|[xX][0-9a-fA-F_]+)$/
const DECIMAL = /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]+)?$/
/** Numbers of base sixty, `1:30`. */
const SIXTIES = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/
const DATE =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?$/

function decimal(value: string): boolean {
  return DECIMAL.test(value) && Number.isFinite(Number.parseFloat(value.replaceAll('_', ''))) && /[0-9]/.test(value)
}
