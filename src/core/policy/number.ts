/** Numbers as Flux reads them: Go's strconv.ParseFloat with 64 bits. */

/**
 * Reads e.g. `42`, `-1.5e3`, `1_500`, `0x1fp0`, `inf`; undefined when it is no number or too great for a float64.
 * @see https://pkg.go.dev/strconv#ParseFloat
 */
export function readNumber(text: string): number | undefined {
  if (DECIMAL.test(text)) {
    const value = Number(text.replaceAll('_', ''))
    return Number.isFinite(value) ? value : undefined
  }
  const hex = HEX.exec(text)
  if (hex !== null) return readHex(hex)
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text)
  if (infinite !== null) return infinite[1] === '-' ? -Infinity : Infinity
  return /^nan$/i.test(text) ? NaN : undefined
}

// Go wants a digit on both sides of an underscore; the prefix 0x counts as one.
const DIGITS = '[0-9]+(?:_[0-9]+)*'
const HEX_DIGITS = '[0-9a-f]+(?:_[0-9a-f]+)*'
const DECIMAL = new RegExp(`^[+-]?(?:${DIGITS}\\.?(?:${DIGITS})?|\\.${DIGITS})(?:e[+-]?${DIGITS})?$`, 'i')
const HEX = new RegExp(`^([+-]?)0x_?(?:(${HEX_DIGITS})\\.?(${HEX_DIGITS})?|\\.(${HEX_DIGITS}))p([+-]?${DIGITS})$`, 'i')

function readHex([, sign, whole = '', fraction, bareFraction, exponent = '0']: RegExpExecArray): number | undefined {
  const behindPoint = (fraction ?? bareFraction ?? '').replaceAll('_', '')
  const mantissa = BigInt(`0x0${whole.replaceAll('_', '')}${behindPoint}`)
  const value = scale(mantissa, Number(exponent.replaceAll('_', '')) - 4 * behindPoint.length)
  if (value === Infinity) return undefined
  return sign === '-' ? -value : value
}

/** mantissa × 2^exponent, rounded once, to the nearest float64. */
function scale(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0
  const top = mantissa.toString(2).length + exponent
  if (top > 1024) return Infinity
  if (top < -1074) return 0
  // 53 bits are kept, fewer near zero; the rest decides the rounding, half to even.
  const dropped = Math.max(top - 53, -1074) - exponent
  if (dropped <= 0) return Number(mantissa << BigInt(-dropped)) * 2 ** (exponent + dropped)
  const kept = mantissa >> BigInt(dropped)
  const rest = mantissa - (kept << BigInt(dropped))
  const half = 1n << BigInt(dropped - 1)
  const rounded = rest > half || (rest === half && kept % 2n === 1n) ? kept + 1n : kept
  // The power lies between 2^-1074 and 2^971, so it and the product are exact.
  return Number(rounded) * 2 ** (exponent + dropped)
}
