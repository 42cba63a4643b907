import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate, readDateFormat, type DateFormat } from '../../../src/core/policy/date.ts'

describe('reads dates', () => {
  test.each([
    { format: 'yyyyMMddHHmmss', text: '20240131235959', iso: '2024-01-31T23:59:59.000Z' },
    { format: 'yyyyMMdd', text: '20240229', iso: '2024-02-29T00:00:00.000Z' },
    { format: 'yyyyMMdd', text: '20000229', iso: '2000-02-29T00:00:00.000Z' },
    { format: 'yyyyMMdd', text: '00010101', iso: '0001-01-01T00:00:00.000Z' },
    { format: 'yyyy', text: '2024', iso: '2024-01-01T00:00:00.000Z' },
    { format: 'yyMMdd', text: '991231', iso: '2099-12-31T00:00:00.000Z' },
    { format: 'dd.MM.yyyy', text: '05.12.2024', iso: '2024-12-05T00:00:00.000Z' },
    { format: 'yyyy-MM-dd_HH-mm-ss.SSS', text: '2024-01-31_01-02-03.045', iso: '2024-01-31T01:02:03.045Z' },
    {
      format: "'RELEASE.'yyyy-MM-dd'T'HH-mm-ss'Z'",
      text: 'RELEASE.2024-11-07T00-52-20Z',
      iso: '2024-11-07T00:52:20.000Z',
    },
    { format: "yyyy''MM", text: "2024'02", iso: '2024-02-01T00:00:00.000Z' },
    { format: "yyyy' o''clock'", text: "2024 o'clock", iso: '2024-01-01T00:00:00.000Z' },
    { format: 'unix', text: '1706745599', iso: '2024-01-31T23:59:59.000Z' },
    { format: 'unix', text: '0', iso: '1970-01-01T00:00:00.000Z' },
    { format: 'unixMillis', text: '1706745599001', iso: '2024-01-31T23:59:59.001Z' },
    { format: 'iso8601', text: '2024-01-31', iso: '2024-01-31T00:00:00.000Z' },
    { format: 'iso8601', text: '20240131', iso: '2024-01-31T00:00:00.000Z' },
    { format: 'iso8601', text: '20240131T2359', iso: '2024-01-31T23:59:00.000Z' },
    { format: 'iso8601', text: '20240131T235959Z', iso: '2024-01-31T23:59:59.000Z' },
    { format: 'iso8601', text: '20240131T235959.1239Z', iso: '2024-01-31T23:59:59.123Z' },
    { format: 'iso8601', text: '20240131T235959-0130', iso: '2024-02-01T01:29:59.000Z' },
    { format: 'iso8601', text: '2024-01-31T23:59:59+05:30', iso: '2024-01-31T18:29:59.000Z' },
  ])('$format: $text is $iso', ({ format, text, iso }) => {
    expect(readDate(read(format), text)).toEqual({ ok: true, value: Date.parse(iso) })
  })

  test.each([
    { format: 'yyyyMMdd', text: '20240230', says: 'month 2 of 2024 has 29 days' },
    { format: 'yyyyMMdd', text: '20230229', says: 'month 2 of 2023 has 28 days' },
    { format: 'yyyyMMdd', text: '19000229', says: 'month 2 of 1900 has 28 days' },
    { format: 'yyyyMMdd', text: '20240431', says: 'month 4 of 2024 has 30 days' },
    { format: 'yyyyMMdd', text: '20241301', says: 'no month 13' },
    { format: 'yyyyMMdd', text: '20240001', says: 'no month 0' },
    { format: 'yyyyMMdd', text: '20240100', says: 'has 31 days' },
    { format: 'yyyyMMdd', text: '00000101', says: 'no year 0' },
    { format: 'yyyyMMddHH', text: '2024010124', says: 'no hour 24' },
    { format: 'yyyyMMddHHmm', text: '202401010060', says: 'no minute 60' },
    { format: 'yyyyMMddHHmmss', text: '20240101000060', says: 'no second 60' },
    { format: 'yyyyMMdd', text: '2024013', says: 'does not have the form' },
    { format: 'yyyyMMdd', text: '202401311', says: 'does not have the form' },
    { format: 'yyyyMMdd', text: '2024013x', says: 'does not have the form' },
    { format: 'yyyyMMdd', text: '２０２４0131', says: 'does not have the form' },
    { format: 'yyyyMMdd', text: '', says: 'does not have the form' },
    { format: 'yyyy-MM', text: '2024.01', says: 'does not have the form' },
    { format: 'unix', text: '1706745599001', says: 'unixMillis' },
    { format: 'unix', text: '01706745599', says: 'not a whole number of seconds' },
    { format: 'unix', text: '-1', says: 'not a whole number of seconds' },
    { format: 'unixMillis', text: '1e3', says: 'not a whole number of milliseconds' },
    { format: 'unixMillis', text: '999999999999999', says: 'after the year 9999' },
    { format: 'iso8601', text: '2024-0131', says: 'not an ISO 8601 date' },
    { format: 'iso8601', text: '2024-W05', says: 'not an ISO 8601 date' },
    { format: 'iso8601', text: '20240230T000000Z', says: 'month 2 of 2024' },
    { format: 'iso8601', text: '20240131T235959+2500', says: 'offset' },
  ])('$format: $text is refused, $says', ({ format, text, says }) => {
    expect(readDate(read(format), text)).toMatchObject({ ok: false, reason: expect.stringContaining(says) })
  })
})

test.each([
  { format: '', says: 'is empty' },
  { format: 'MMdd', says: 'no year' },
  { format: '-', says: 'no year' },
  { format: 'YYYYMMdd', says: 'did you mean "yyyy"' },
  { format: 'YYMMdd', says: 'did you mean "yy"' },
  { format: 'yyyyMMDD', says: 'did you mean "dd"' },
  { format: 'yyyyMMddhhmmss', says: 'did you mean "HH"' },
  { format: 'yyyyMd', says: 'did you mean "MM"' },
  { format: 'yyyyMMddHHmmssS', says: 'did you mean "SSS"' },
  { format: 'yyyy-MM-ddTHH', says: `did you mean "'T'"` },
  { format: 'yyyyMMddyyyy', says: 'the year more than once' },
  { format: 'yyyyyyyy', says: 'did you mean "yyyy"' },
  { format: 'yyyyyy', says: 'did you mean "yyyy"' },
  { format: 'yyyyMMddHHMMss', says: 'did you mean "mm", the minute' },
  { format: 'yyyymmddHHmmss', says: 'did you mean "MM", the month' },
  { format: 'yyyymmdd', says: 'did you mean "MM"' },
  { format: 'yyyy-mm', says: 'did you mean "MM"' },
  { format: 'yyyyMMss', says: 'holds ss without dd' },
  { format: "yyyy'T", says: 'no partner' },
  { format: "yyyy'", says: 'no partner' },
  { format: 'UNIX', says: 'is not one of' },
  { format: `yyyy${'-'.repeat(200)}`, says: 'longer than 200' },
])('the format $format is refused: $says', ({ format, says }) => {
  expect(readDateFormat(format)).toMatchObject({ ok: false, reason: expect.stringContaining(says) })
})

// Years in which the formats below say everything.
const times = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31, 23, 59, 59, 999) })

test('a date that was written comes back', () => {
  fc.assert(
    fc.property(times, (epochMs) => {
      const iso = new Date(epochMs).toISOString()
      const digits = iso.replaceAll(/\D/g, '')
      const expected = { ok: true, value: epochMs }
      expect(readDate(read('yyyyMMddHHmmssSSS'), digits)).toEqual(expected)
      expect(readDate(read('yyMMddHHmmssSSS'), digits.slice(2))).toEqual(expected)
      expect(
        readDate(
          read("SSS.ss.mm.HH'h'-dd/MM/yyyy"),
          iso.replace(/^(.{4})-(..)-(..)T(..):(..):(..)\.(...)Z$/, '$7.$6.$5.$4h-$3/$2/$1'),
        ),
      ).toEqual(expected)
      expect(readDate(read('iso8601'), iso)).toEqual(expected)
      expect(readDate(read('unixMillis'), String(epochMs))).toEqual(expected)
    }),
  )
})

test('a day is accepted exactly when the calendar has it', () => {
  const day = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.nat(14), fc.nat(33))
  fc.assert(
    fc.property(day, ([year, month, date]) => {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
      const rolled = new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
      expect(readDate(read('yyyy-MM-dd'), text).ok).toBe(rolled === text)
    }),
  )
})

function read(text: string): DateFormat {
  const parsed = readDateFormat(text)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}
