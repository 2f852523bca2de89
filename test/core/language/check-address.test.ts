import { describe, expect, test } from 'vitest'
import { checkAddress } from '../../../core/language/check-address.ts'
import { decodedLabel } from '../../../core/language/punycode.ts'
import { cleanHref } from '../../../core/model/clean-body.ts'

const right = [
  ['https://midad.example/a?b=c#d', 'https://midad.example/a?b=c#d'],
  [' \u200fhttps://midad.example/\u200e ', 'https://midad.example/'],
  ['HTTP://Midad.Example', 'HTTP://Midad.Example'],
  ['https://midad.example:8443/a', 'https://midad.example:8443/a'],
  ['https://192.168.1.10/', 'https://192.168.1.10/'],
  ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
  ['https://موقع.عراق/خبر', 'https://موقع.عراق/خبر'],
  ['https://müller.example', 'https://müller.example'],
  ['https://пример.рф', 'https://пример.рф'],
  ['mailto:desk@midad.example', 'mailto:desk@midad.example'],
  ['tel:+9647701234567', 'tel:+9647701234567'],
  ['#top', '#top'],
] as const
const meant = [
  ['midad.example', 'no-scheme', 'https://midad.example'],
  ['www.midad.example/a', 'no-scheme', 'https://www.midad.example/a'],
  ['//midad.example/a', 'no-scheme', 'https://midad.example/a'],
  ['midad.example:8080/a', 'no-scheme', 'https://midad.example:8080/a'],
  ['192.168.1.10/a', 'no-scheme', 'https://192.168.1.10/a'],
  ['desk@midad.example', 'email', 'mailto:desk@midad.example'],
  ['+964 770 123 4567', 'phone', 'tel:+9647701234567'],
  ['٠٧٧٠ ١٢٣ ٤٥٦٧', 'phone', 'tel:07701234567'],
  ['(066) 123-4567', 'phone', undefined],
  ['066-123-4567', 'phone', 'tel:0661234567'],
] as const
const wrong = [
  ['', 'empty', ''],
  ['  \u200f', 'empty', ''],
  ['midad', 'host', 'midad'],
  ['https://midad', 'host', 'midad'],
  ['http://localhost:8080/', 'host', 'localhost'],
  ['https://', 'host', ''],
  ['https:midad.example', 'host', ''],
  ['https://a..example', 'host', 'a..example'],
  ['https://midad .example', 'space', ''],
  ['https://midad.example/a b', 'space', ''],
  ['javascript:alert(1)', 'scheme', 'javascript:'],
  ['ftp://midad.example', 'scheme', 'ftp:'],
  ['mailto:', 'scheme', 'mailto:'],
  ['file:///etc/passwd', 'scheme', 'file:'],
  [`https://midad.example/${'a'.repeat(5000)}`, 'too-long', ''],
] as const
const doubtful = [
  // Cyrillic а in a Latin name, and a name in Cyrillic letters alone that is drawn as Latin.
  ['https://p\u0430ypal.example/', 'look-alike', '\u0430'],
  ['https://\u0430\u0440\u0440\u04cf\u0435.com/', 'look-alike', '\u0430 \u0440 \u04cf \u0435'],
  ['https://xn--pypal-4ve.com/', 'look-alike', '\u0430'],
  ['b\u03bfok.example', 'look-alike', '\u03bf'],
  ['https://xn--mgba3a4f16a.ir/', 'encoded', 'ایران.ir'],
  ['https://xn--bcher-kva.example/', 'encoded', 'bücher.example'],
] as const

describe('the address of a link', () => {
  test.each(right)('%s is right', (written, href) => {
    expect(checkAddress(written)).toEqual({ problem: null, href, about: '' })
  })
  test.each(meant.filter(([, , href]) => href !== undefined))(
    '%s is taken for what is meant (%s)',
    (written, problem, href) => {
      expect(checkAddress(written)).toEqual({ problem, href, about: '' })
    },
  )
  test.each(wrong)('%s cannot be used (%s)', (written, problem, about) => {
    expect(checkAddress(written)).toEqual({ problem, href: null, about })
  })
  test.each(doubtful)('%s may lead elsewhere than it seems (%s)', (written, problem, about) => {
    const found = checkAddress(written)
    expect(found).toMatchObject({ problem, about })
    expect(found.href).not.toBeNull()
  })
  test('whatever it lets through is an address that a link may carry', () => {
    for (const [written] of [...right, ...meant, ...doubtful]) {
      const { href } = checkAddress(written)
      if (href !== null) expect(cleanHref(href)).toBe(href)
    }
  })
})

test('labels are decoded as RFC 3492 shows (§7.1)', () => {
  // (A) Arabic (Egyptian), (D) Hebrew, (L) 3年B組金八先生.
  expect(decodedLabel('xn--egbpdaj6bu4bxfgehfvwxn')).toBe('ليهمابتكلموشعربي؟')
  expect(decodedLabel('xn--4dbcagdahymbxekheh6e0a7fei0b')).toBe('למההםפשוטלאמדבריםעברית')
  expect(decodedLabel('xn--3b-ww4c5e180e575a65lsy2b')).toBe('3年b組金八先生')
  expect(decodedLabel('midad')).toBeUndefined()
  expect(decodedLabel('xn--!!')).toBeUndefined()
  expect(decodedLabel('xn--99999999')).toBeUndefined()
})
