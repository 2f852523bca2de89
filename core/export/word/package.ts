import type { ExportInput } from '../format.ts'
import type { HouseTheme } from '../../model/theme.ts'
import { xmlDeclaration, xmlElement } from '../xml.ts'
import { packedBytes, packedText, zipOf, type FileOfZip, type PackedBytes, type Packer } from '../zip-file.ts'
import { fixedPart } from './fixed-parts.ts'
import { languageTag } from './language-tags.ts'
import { numberingXml } from './numbering.ts'
import { appProperties, coreProperties, customProperties } from './properties.ts'
import { familyName, styleSheet } from './style-sheet.ts'
import type { Relation, WordWriting } from './writing.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageAddress = 'http://schemas.openxmlformats.org/package/2006'
const namespaces = {
  'xmlns:w': word,
  'xmlns:r': office,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'mc:Ignorable': 'w15',
}

/** What stands in the parts of the file that hold text. */
export interface Written {
  document: string
  footnotes: string
  comments: string
}
/** A part of the document: its name, the last part of its content type, its kind as a relation of the document. */
interface Part {
  path: string
  type: string
  relation?: string
  file: PackedBytes
}

/** The whole file: the same text gives the same bytes, for the times inside are the article's own. */
export function packaged(
  writing: WordWriting,
  written: Written,
  { agency, packer }: Pick<ExportInput, 'agency' | 'packer'>,
): Uint8Array {
  const { article, relations, media } = writing
  const parts = partsOf(writing, written, packer)
  const fixed = (key: string, xml: () => string) => fixedPart(key, () => xmlDeclaration + xml(), packer)
  const own = (xml: string) => ownPart(xmlDeclaration + xml, packer)
  const files: FileOfZip[] = [
    { path: '[Content_Types].xml', ...fixed(typesKey(writing, parts), () => contentTypes(writing, parts)) },
    { path: '_rels/.rels', ...fixed('relations', () => packageRelations) },
    { path: 'docProps/core.xml', ...own(coreProperties(article)) },
    { path: 'docProps/app.xml', ...own(appProperties(article, agency)) },
    { path: 'docProps/custom.xml', ...own(customProperties(article)) },
    ...parts.map(({ path, file }) => ({ path: `word/${path}`, ...file })),
    { path: 'word/_rels/document.xml.rels', ...own(relationsXml(relations.document, parts)) },
  ]
  if (relations.footnotes.length > 0)
    files.push({ path: 'word/_rels/footnotes.xml.rels', ...own(relationsXml(relations.footnotes, [])) })
  for (const { file, picture } of media.values())
    files.push({ path: `word/media/${file}`, ...packedBytes(picture.bytes, 0, packer) })
  return zipOf(files)
}

/** Their names are written once: they are half a page. */
const namespacesXml = Object.entries(namespaces)
  .map(([name, address]) => ` ${name}="${address}"`)
  .join('')

const root = (name: string, content: string): string =>
  `${xmlDeclaration}<w:${name}${namespacesXml}>${content}</w:${name}>`

/** A part that is the article's alone. What is short gains nothing by being packed, and packing it costs as long as a page of text. */
const ownPart = (xml: string, packer: Packer | undefined): PackedBytes =>
  packedText(xml, 1, { packer, packedFrom: 1500 })

function partsOf(
  writing: WordWriting,
  { document, footnotes, comments }: Written,
  packer: Packer | undefined,
): Part[] {
  const { theme, language, lists } = writing
  const fonts = JSON.stringify(theme.fonts)
  const own = (name: string, content: string) => ownPart(root(name, content), packer)
  const fixed = (name: string, key: string, content: () => string) =>
    fixedPart(`${name} ${key}`, () => root(name, content()), packer)
  const part = (name: string, file: PackedBytes): Part => ({
    path: `${name}.xml`,
    type: name,
    relation: name,
    file,
  })
  const styleKey = `${language.code} ${fonts} ${JSON.stringify(theme.colours)}`
  const settingsKey = `${language.code} ${writing.footnotes.length > 0}`
  return [
    { path: 'document.xml', type: 'document.main', file: own('document', document) },
    part(
      'styles',
      fixed('styles', styleKey, () => styleSheet(writing)),
    ),
    part(
      'settings',
      fixed('settings', settingsKey, () => settings(writing)),
    ),
    part(
      'fontTable',
      fixed('fonts', fonts, () => fontTable(writing)),
    ),
    ...(lists.length > 0
      ? [
          part(
            'numbering',
            fixed('numbering', `${language.code} ${JSON.stringify(lists)}`, () => numberingXml(writing)),
          ),
        ]
      : []),
    ...(footnotes ? [part('footnotes', own('footnotes', footnotes))] : []),
    ...(comments ? [part('comments', own('comments', comments))] : []),
  ]
}

/** All that the content types are made of. */
const typesKey = ({ media }: WordWriting, parts: readonly Part[]): string =>
  [
    'types',
    ...parts.map(({ type }) => type),
    ...Array.from(media.values(), ({ file, picture }) => `${file.split('.')[1] ?? ''} ${picture.mime}`),
  ].join(' ')

function contentTypes({ media }: WordWriting, parts: readonly Part[]): string {
  const kind = 'application/vnd.openxmlformats-'
  const types = new Map([
    ['rels', `${kind}package.relationships+xml`],
    ['xml', 'application/xml'],
  ])
  for (const { file, picture } of media.values()) types.set(file.split('.')[1] ?? '', picture.mime)
  const override = (path: string, type: string): string =>
    xmlElement('Override', { PartName: `/${path}`, ContentType: `${kind}${type}+xml` })
  return xmlElement(
    'Types',
    { xmlns: `${packageAddress}/content-types` },
    ...[...types].map(([extension, type]) =>
      xmlElement('Default', { Extension: extension, ContentType: type }),
    ),
    ...parts.map(({ path, type }) => override(`word/${path}`, `officedocument.wordprocessingml.${type}`)),
    override('docProps/core.xml', 'package.core-properties'),
    override('docProps/app.xml', 'officedocument.extended-properties'),
    override('docProps/custom.xml', 'officedocument.custom-properties'),
  )
}

const relation = (id: string, type: string, target: string, mode?: 'External'): string =>
  xmlElement('Relationship', { Id: id, Type: type, Target: target, TargetMode: mode })

const packageRelations = xmlElement(
  'Relationships',
  { xmlns: `${packageAddress}/relationships` },
  relation('rId1', `${office}/officeDocument`, 'word/document.xml'),
  relation('rId2', `${packageAddress}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  relation('rId3', `${office}/extended-properties`, 'docProps/app.xml'),
  relation('rId4', `${office}/custom-properties`, 'docProps/custom.xml'),
)

const relationsXml = (links: readonly Relation[], parts: readonly Part[]): string =>
  xmlElement(
    'Relationships',
    { xmlns: `${packageAddress}/relationships` },
    ...parts.flatMap(({ path, relation: kind }, at) =>
      kind ? [relation(`rPart${at}`, `${office}/${kind}`, path)] : [],
    ),
    ...links.map(({ id, type, target }) =>
      relation(id, `${office}/${type}`, target, type === 'hyperlink' ? 'External' : undefined),
    ),
  )

/** `w15` of Word 2013 and later, so that none opens the file in its mode for old ones. */
function settings({ language, footnotes }: Pick<WordWriting, 'language' | 'footnotes'>): string {
  const isRtl = language.direction === 'rtl'
  const tag = languageTag[language.code]
  const separators = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
  return [
    '<w:zoom w:percent="100"/>',
    '<w:defaultTabStop w:val="720"/>',
    footnotes.length > 0 ? separators : '',
    '<w:compat>',
    xmlElement('w:compatSetting', {
      'w:name': 'compatibilityMode',
      'w:uri': 'http://schemas.microsoft.com/office/word',
      'w:val': 15,
    }),
    '</w:compat>',
    xmlElement('w:themeFontLang', { 'w:val': isRtl ? 'en-US' : tag, 'w:bidi': isRtl ? tag : undefined }),
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
  ].join('')
}

/** What to take where a machine lacks the house's fonts: those that every Word has, with the letters of Kurdish. */
function fontTable({ theme }: { theme: Pick<HouseTheme, 'fonts'> }): string {
  const { arabic, hebrew, latin } = theme.fonts
  const used = new Set(
    [arabic, hebrew, latin].flatMap(({ headline, text, small }) => [headline, text, small]),
  )
  return [...used]
    .map((family) => {
      const isSerif = family === 'naskh' || family === 'serif'
      return xmlElement(
        'w:font',
        { 'w:name': familyName(family) },
        xmlElement('w:altName', { 'w:val': isSerif ? 'Times New Roman' : 'Arial' }),
        xmlElement('w:family', { 'w:val': isSerif ? 'roman' : 'swiss' }),
      )
    })
    .join('')
}

/** The page: A4, its columns and edges as the language goes. */
export function sectionXml({ language }: WordWriting): string {
  const isRtl = language.direction === 'rtl'
  return xmlElement(
    'w:sectPr',
    {},
    xmlElement('w:pgSz', { 'w:w': pageWidth, 'w:h': 16838 }),
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>',
    isRtl ? '<w:bidi/><w:rtlGutter/>' : '',
  )
}

/** Twentieths of a point. */
const pageWidth = 11906
export const textWidth = pageWidth - 2 * 1440
