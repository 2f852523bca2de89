import type { Language } from '../../language/registry.ts'
import type { FontFamily, HouseTheme } from '../../model/theme.ts'
import { families, type FaceRole } from '../page-fonts.ts'
import { xmlElement } from '../xml.ts'
import { languageTag } from './language-tags.ts'
import { characterStyles, styles, tableStyles } from '../../model/word-names.ts'

/** Half points: of Latin letters and of those of complex scripts, by the script of the article. Arabic letters are small for their size. */
const sizes = { arabic: [24, 28], hebrew: [23, 24], latin: [22, 26] } as const

/** What a paragraph style says, in the terms of a newsroom. */
interface Look {
  /** As Word lists it; its own names are English in every language. */
  name: string
  face?: FaceRole
  /** Of the size of the text. */
  scale?: number
  isBold?: boolean
  colour?: 'muted' | 'accent' | 'ink'
  /** Twentieths of a point. */
  before?: number
  after?: number
  indent?: number
  isCentred?: boolean
  keepNext?: boolean
  outline?: number
  /** A line beside, under or over it. */
  edge?: 'start' | 'bottom'
  next?: string
}

const looks: Record<string, Look> = {
  [styles.headline]: {
    name: 'Title',
    face: 'headline',
    scale: 1.9,
    isBold: true,
    after: 120,
    keepNext: true,
  },
  [styles.subheadline]: { name: 'Subtitle', face: 'headline', scale: 1.2, colour: 'muted', after: 160 },
  [styles.kicker]: {
    name: 'Midad Kicker',
    face: 'small',
    scale: 0.95,
    isBold: true,
    colour: 'accent',
    after: 40,
    keepNext: true,
  },
  [styles.byline]: { name: 'Midad Byline', face: 'small', scale: 0.95, after: 40 },
  [styles.dateLine]: { name: 'Midad Date Line', face: 'small', scale: 0.9, colour: 'muted', after: 200 },
  [styles.summary]: { name: 'Midad Summary', isBold: true, after: 200 },
  [styles.source]: { name: 'Midad Source', face: 'small', scale: 0.9, colour: 'muted', before: 240 },
  [styles.lead]: { name: 'Midad Lead Picture', after: 60, before: 120 },
  [styles.leadCaption]: {
    name: 'Midad Lead Caption',
    face: 'small',
    scale: 0.85,
    colour: 'muted',
    after: 240,
  },
  Heading2: {
    name: 'heading 2',
    face: 'headline',
    scale: 1.35,
    isBold: true,
    before: 280,
    after: 100,
    keepNext: true,
    outline: 1,
  },
  Heading3: {
    name: 'heading 3',
    face: 'headline',
    scale: 1.15,
    isBold: true,
    before: 240,
    after: 80,
    keepNext: true,
    outline: 2,
  },
  Heading4: {
    name: 'heading 4',
    face: 'headline',
    scale: 1,
    isBold: true,
    before: 200,
    after: 60,
    keepNext: true,
    outline: 3,
  },
  [styles.list]: { name: 'List Paragraph', after: 100 },
  [styles.quote]: { name: 'Quote', indent: 567, edge: 'start' },
  [styles.pullQuote]: {
    name: 'Intense Quote',
    face: 'headline',
    scale: 1.25,
    colour: 'accent',
    isCentred: true,
    before: 160,
    after: 80,
  },
  [styles.cite]: {
    name: 'Midad Quote Source',
    face: 'small',
    scale: 0.9,
    colour: 'muted',
    isCentred: true,
    after: 240,
  },
  [styles.rule]: { name: 'Midad Rule', edge: 'bottom', scale: 0.4, before: 60, after: 240 },
  [styles.picture]: { name: 'Midad Picture', before: 120, after: 60 },
  [styles.caption]: { name: 'caption', face: 'small', scale: 0.85, colour: 'muted', after: 200 },
  [styles.galleryCaption]: {
    name: 'Midad Gallery Caption',
    face: 'small',
    scale: 0.85,
    colour: 'muted',
    after: 60,
  },
  [styles.factTitle]: {
    name: 'Midad Box Title',
    face: 'headline',
    scale: 1.1,
    isBold: true,
    before: 80,
    after: 80,
    keepNext: true,
  },
  [styles.question]: { name: 'Midad Question', isBold: true, before: 160, after: 60, keepNext: true },
  [styles.answer]: { name: 'Midad Answer' },
  [styles.when]: { name: 'Midad When', face: 'small', isBold: true, colour: 'accent', after: 60 },
  [styles.tableHead]: { name: 'Midad Table Head', face: 'small', scale: 0.95, isBold: true, after: 40 },
  [styles.embedTitle]: { name: 'Midad Card Title', face: 'small', isBold: true, before: 60, after: 40 },
  [styles.embedSite]: { name: 'Midad Card Site', face: 'small', scale: 0.85, colour: 'muted', after: 60 },
  [styles.embedAddress]: { name: 'Midad Card Address', face: 'small', scale: 0.85, before: 60, after: 60 },
  [styles.sourceItem]: { name: 'Midad Source Item', face: 'small', scale: 0.85, after: 60 },
  [styles.gap]: { name: 'Midad Gap', scale: 0.3, after: 120 },
  [styles.headGap]: { name: 'Midad Table Head Gap', scale: 0.3, after: 0 },
  [styles.footnoteText]: { name: 'footnote text', face: 'small', scale: 0.8, after: 40 },
  [styles.commentText]: { name: 'annotation text', face: 'small', scale: 0.85, after: 0 },
}

/** All that styles are made of: whoever remembers them goes by it (package.ts). */
interface Dress {
  theme: Pick<HouseTheme, 'fonts' | 'colours'>
  language: Language
}

/** styles.xml: what each style looks like in this theme, and in this language where nothing is said. */
export function styleSheet(word: Dress): string {
  const isRtl = word.language.direction === 'rtl'
  const language = languageTag[word.language.code]
  const languages = xmlElement('w:lang', {
    'w:val': isRtl ? 'en-US' : language,
    'w:bidi': isRtl ? language : 'ar-SA',
  })
  const run = fontsXml(word, 'text') + sizesXml(word, 1) + languages
  const paragraph = `${isRtl ? '<w:bidi/>' : ''}<w:spacing w:after="140" w:line="264" w:lineRule="auto"/>`
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
  const all = Object.entries(looks).map(([id, look]) => paragraphStyle(id, look, word))
  return defaults + normal + all.join('') + characterSheet(word) + tableSheet(word)
}

function paragraphStyle(id: string, look: Look, word: Dress): string {
  const { name, keepNext, edge, before, after, indent, isCentred, outline } = look
  const line = edge && borderXml(edge, word)
  const paragraph = [
    keepNext && '<w:keepNext/>',
    line && `<w:pBdr>${line}</w:pBdr>`,
    (before !== undefined || after !== undefined) &&
      xmlElement('w:spacing', { 'w:before': before, 'w:after': after }),
    indent && xmlElement('w:ind', { 'w:left': indent }),
    isCentred && '<w:jc w:val="center"/>',
    outline !== undefined && xmlElement('w:outlineLvl', { 'w:val': outline }),
  ]
  const run = [
    look.face && fontsXml(word, look.face),
    look.isBold && '<w:b/><w:bCs/>',
    look.colour && colourXml(word, look.colour),
    look.scale && sizesXml(word, look.scale),
  ]
  return (
    `<w:style w:type="paragraph"${name.startsWith('Midad') ? ' w:customStyle="1"' : ''} w:styleId="${id}">` +
    `<w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    xmlElement('w:pPr', {}, paragraph.filter(Boolean).join('')) +
    `${xmlElement('w:rPr', {}, run.filter(Boolean).join(''))}</w:style>`
  )
}

/** Borders of a paragraph are told by the sides of the page. */
function borderXml(edge: 'start' | 'bottom', { theme, language }: Dress): string {
  const side = edge === 'bottom' ? edge : language.direction === 'rtl' ? 'right' : 'left'
  return xmlElement(`w:${side}`, {
    'w:val': 'single',
    'w:sz': edge === 'start' ? 18 : 6,
    'w:space': edge === 'start' ? 10 : 1,
    'w:color': theme.colours.line.slice(1),
  })
}

/** The family as Word is to ask the system for it. */
export const familyName = (family: FontFamily): string => families[family].name

/** The faces of a role: for Latin letters, and for those of complex scripts. */
function fontsXml({ theme, language }: Dress, role: FaceRole): string {
  const latin = familyName(theme.fonts.latin[role])
  const complex = familyName(theme.fonts[language.script === 'hebrew' ? 'hebrew' : 'arabic'][role])
  return xmlElement('w:rFonts', { 'w:ascii': latin, 'w:hAnsi': latin, 'w:cs': complex })
}

function sizesXml({ language }: Dress, scale: number): string {
  const [latin, complex] = sizes[language.script]
  return (
    xmlElement('w:sz', { 'w:val': Math.round(latin * scale) }) +
    xmlElement('w:szCs', { 'w:val': Math.round(complex * scale) })
  )
}

const colourXml = ({ theme }: Dress, colour: 'muted' | 'accent' | 'ink'): string =>
  xmlElement('w:color', { 'w:val': theme.colours[colour].slice(1) })

function characterSheet(word: Dress): string {
  const style = (id: string, name: string, run: string): string =>
    `<w:style w:type="character"${name.startsWith('Midad') ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${xmlElement('w:rPr', {}, run)}</w:style>`
  return [
    style(characterStyles.link, 'Hyperlink', `${colourXml(word, 'accent')}<w:u w:val="single"/>`),
    style(characterStyles.footnote, 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    style(characterStyles.comment, 'annotation reference', '<w:sz w:val="16"/><w:szCs w:val="16"/>'),
    style(characterStyles.credit, 'Midad Credit', colourXml(word, 'muted')),
    style(characterStyles.label, 'Midad Label', colourXml(word, 'accent')),
    style(characterStyles.mark, 'Midad Direction Mark', ''),
    style(characterStyles.set, 'Midad Set Apart', ''),
    style(characterStyles.setAuto, 'Midad Set Apart By Letters', ''),
  ].join('')
}

const edges = ['top', 'left', 'bottom', 'right'] as const
/** A cell needs no distance under its last paragraph. */
const tight = '<w:pPr><w:spacing w:after="40"/></w:pPr>'
const cellMargins =
  '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="115" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar>'

function tableSheet({ theme }: Dress): string {
  const colour = theme.colours.line.slice(1)
  const lines = (names: readonly string[]): string =>
    xmlElement(
      'w:tblBorders',
      {},
      ...names.map((name) =>
        xmlElement(`w:${name}`, { 'w:val': 'single', 'w:sz': 6, 'w:space': 0, 'w:color': colour }),
      ),
    )
  const style = (id: string, name: string, borders: string, cell = ''): string =>
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
    `${cell === tight ? tight : ''}<w:tblPr>${borders}${cellMargins}</w:tblPr>${cell === tight ? '' : cell}</w:style>`
  const paper = '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F6F5F2"/></w:tcPr>'
  return [
    style(tableStyles.table, 'Midad Table', lines([...edges, 'insideH', 'insideV']), tight),
    style(tableStyles.factBox, 'Midad Fact Box', lines(edges), paper),
    style(tableStyles.embed, 'Midad Card', lines(edges)),
    style(tableStyles.timeline, 'Midad Timeline', lines(['insideH']), tight),
    style(tableStyles.gallery, 'Midad Gallery', ''),
  ].join('')
}
