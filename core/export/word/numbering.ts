import type { Direction } from '../../model/language-code.ts'
import { xmlElement } from '../xml.ts'
import { languageTag } from './language-tags.ts'
import type { WordWriting } from './writing.ts'

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const bullets = ['•', '◦', '▪']
const indentOfLevel = 425

/**
 * numbering.xml: each list of the story has numbers of its own, so that none goes on counting where another stopped. Word has no
 * format for ١٢٣ or ۱۲۳ (its `hindiNumbers` are १२३): it draws the digits of numbers that go from right to left as its own setting
 * "Numeral" says, in the shapes of their language.
 */
export function numberingXml(word: Pick<WordWriting, 'language' | 'lists'>): string {
  const { code } = word.language
  const definitions = word.lists.map(({ ordered, indent, direction }, at) =>
    xmlElement(
      'w:abstractNum',
      { 'w:abstractNumId': at + 1 },
      '<w:multiLevelType w:val="hybridMultilevel"/>',
      ...levels.map((level) => levelXml({ level, ordered, indent, direction, language: languageTag[code] })),
    ),
  )
  const numbers = word.lists.map(({ ordered, level, start }, at) =>
    xmlElement(
      'w:num',
      { 'w:numId': at + 1 },
      xmlElement('w:abstractNumId', { 'w:val': at + 1 }),
      ordered
        ? xmlElement('w:lvlOverride', { 'w:ilvl': level }, xmlElement('w:startOverride', { 'w:val': start }))
        : '',
    ),
  )
  return definitions.join('') + numbers.join('')
}

interface Level {
  level: number
  ordered: boolean
  indent: number
  direction: Direction
  language: string
}

function levelXml({ level, ordered, indent, direction, language }: Level): string {
  const text = ordered ? `%${level + 1}.` : (bullets[level % bullets.length] ?? '•')
  const isRtl = direction === 'rtl'
  const left = indent + (level + 1) * indentOfLevel
  return xmlElement(
    'w:lvl',
    { 'w:ilvl': level },
    '<w:start w:val="1"/>',
    xmlElement('w:numFmt', { 'w:val': ordered ? 'decimal' : 'bullet' }),
    xmlElement('w:lvlText', { 'w:val': text }),
    // At the start of the line: in a paragraph that goes from right to left Word takes `left` as its right side.
    '<w:lvlJc w:val="left"/>',
    xmlElement(
      'w:pPr',
      {},
      isRtl ? '<w:bidi/>' : '<w:bidi w:val="0"/>',
      xmlElement('w:ind', { 'w:left': left, 'w:hanging': indentOfLevel }),
    ),
    ordered && isRtl ? `<w:rPr><w:rtl/>${xmlElement('w:lang', { 'w:bidi': language })}</w:rPr>` : '',
  )
}
