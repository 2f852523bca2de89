const base = 36
const [least, most, skew, damp, firstBias, firstLetter] = [1, 26, 38, 700, 72, 0x80]

/** The letters that a label of a host such as `xn--mgba3a4f16a` stands for (RFC 3492); undefined where it stands for none. */
export function decodedLabel(label: string): string | undefined {
  const coded = /^xn--([a-z0-9-]+)$/iu.exec(label)?.[1]
  if (coded === undefined) return undefined
  const split = coded.lastIndexOf('-')
  const letters = Array.from(coded.slice(0, Math.max(0, split))).map((letter) => letter.charCodeAt(0))
  let [code, at, bias] = [firstLetter, 0, firstBias]
  for (let next = split + 1; next < coded.length;) {
    const number = numberAt(coded, next, bias)
    if (!number) return undefined
    const count = letters.length + 1
    bias = adapted(number.value, count, at === 0)
    at += number.value
    code += Math.floor(at / count)
    at %= count
    if (code > 0x10ffff) return undefined
    letters.splice(at, 0, code)
    at += 1
    next = number.end
  }
  return String.fromCodePoint(...letters)
}

/** A number of variable length, and where it ends. */
function numberAt(coded: string, from: number, bias: number): { value: number; end: number } | undefined {
  let value = 0
  let weight = 1
  for (let at = from, k = base; at < coded.length; at += 1, k += base) {
    const digit = digitOf(coded.charAt(at))
    if (digit === undefined) return undefined
    value += digit * weight
    if (value > 0x7fffffff) return undefined
    const threshold = Math.min(Math.max(k - bias, least), most)
    if (digit < threshold) return { value, end: at + 1 }
    weight *= base - threshold
  }
  return undefined
}

function digitOf(letter: string): number | undefined {
  if (/[a-z]/iu.test(letter)) return letter.toLowerCase().charCodeAt(0) - 97
  return /[0-9]/.test(letter) ? Number(letter) + 26 : undefined
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(isFirst ? delta / damp : delta / 2)
  rest += Math.floor(rest / count)
  let k = 0
  for (; rest > ((base - least) * most) / 2; k += base) rest = Math.floor(rest / (base - least))
  return k + Math.floor(((base - least + 1) * rest) / (rest + skew))
}
