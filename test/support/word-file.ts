import { strToU8, zipSync } from 'fflate'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const namespaces =
  `xmlns:w="${word}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml"'

/** A Word file as another program may write it. `body`: what stands in w:body; `parts`: the inside of other parts by their name. */
export function wordFile(
  body: string,
  parts: Partial<Record<'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'comments', string>> = {},
  relations: { id: string; type: string; target: string; isExternal?: boolean }[] = [],
  files: Record<string, Uint8Array> = {},
): Uint8Array {
  const part = (name: string, inside: string) => strToU8(`<w:${name} ${namespaces}>${inside}</w:${name}>`)
  const named = Object.entries(parts).map(([name]) => ({
    id: name,
    type: name,
    target: `${name}.xml`,
    isExternal: false,
  }))
  const links = [...named, ...relations]
    .map(
      ({ id, type, target, isExternal }) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')
  const list = (inside: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
    )
  return zipSync({
    '_rels/.rels': list(`<Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': list(links),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, inside]) => [`word/${name}.xml`, part(name, inside)]),
    ),
    ...files,
  })
}
/** A paragraph of runs; `properties`: the inside of w:pPr. */
export const wp = (runs: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
export const wr = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
