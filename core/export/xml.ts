/** Letters that XML 1.0 cannot carry, escaped or not (https://www.w3.org/TR/xml/#charsets), lone surrogates among them. */
const illegal =
  // oxlint-disable-next-line no-control-regex -- the controls are the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const special = /[&<>"]/g
// Most texts have none of them: to look is a tenth of what replacing them costs.
// oxlint-disable-next-line no-control-regex -- the same
const suspicious = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
const suspiciousOrSpecial = new RegExp(`${suspicious.source}|${special.source}`)

/** Text without the letters that XML cannot carry. */
export const xmlLetters = (text: string): string => (suspicious.test(text) ? text.replace(illegal, '') : text)

/** Text for the content of an XML element or a double-quoted attribute; what XML cannot carry is dropped. */
export const xmlEscaped = (text: string): string =>
  suspiciousOrSpecial.test(text)
    ? text.replace(illegal, '').replace(special, (letter) => entities[letter] ?? letter)
    : text

/** Attributes by name; undefined, null and '' are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | null | undefined>>

/** An element around `content`, which is XML already; without content it closes itself. */
export function xmlElement(name: string, attributes: XmlAttributes, ...content: readonly string[]): string {
  let start = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value === undefined || value === null || value === '') continue
    start += ` ${key}="${xmlEscaped(String(value))}"`
  }
  let inside = ''
  for (const each of content) inside += each
  return inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`
}

/** An element around plain text; '' where there is none, so that optional elements can be listed one after the other. */
export const xmlLine = (name: string, attributes: XmlAttributes, text: string | null | undefined): string =>
  text ? xmlElement(name, attributes, xmlEscaped(text)) : ''

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
