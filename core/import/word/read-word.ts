import type { Warning } from '../../api/files.ts'
import { directionOf } from '../../language/direction.ts'
import { guessLanguage } from '../../language/guess.ts'
import { parseDate } from '../../language/parse-date.ts'
import type { Block } from '../../model/body.ts'
import type { ArticleFields } from '../../model/fields.ts'
import type { LanguageCode } from '../../model/language-code.ts'
import { blockText } from '../../model/measure.ts'
import { cleanLine } from '../clean-inline.ts'
import { languageOfTag } from '../html-marks.ts'
import { hiddenWarning } from '../plain-text.ts'
import type { Archive, ImportedArticle } from '../source.ts'
import { childOf, childrenOf, xmlText, type XmlElement } from '../xml-tree.ts'
import { flattened } from './elements.ts'
import { sourcesOf } from './notes.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type WordPackage } from './package.ts'
import { roleOfParagraph } from './paragraphs.ts'
import type { Front } from './place.ts'
import { carriedBy, carriedEmbargo, ownFields, type Carried } from './properties.ts'
import { WordReading } from './reading.ts'
import { blocksOf } from './story.ts'
import { readStyles } from './styles.ts'

/** The article of a Word file. @throws DeskError 'unreadable' | 'too-large' */
export async function readWord(archive: Archive, chosen: LanguageCode | undefined): Promise<ImportedArticle> {
  const word = await openPackage(archive)
  const body = childOf(word.document, 'body')
  const carried = carriedBy(await word.at('docProps/custom.xml'))
  const elements = body ? flattened(childrenOf(body)) : []
  const styles = readStyles(await word.part('styles'))
  const said = languageOfTag(styles.defaults.complexLanguage) ?? languageOfTag(styles.defaults.language)
  const language = chosen ?? carried?.language ?? languageIn(elements, said)
  const reading = new WordReading({
    styles,
    numbering: readNumbering(await word.part('numbering')),
    isOwn: carried !== undefined,
    direction: directionOf(language),
    relations: word.relations,
    files: await picturesIn(word),
    notes: {
      footnotes: await word.part('footnotes'),
      endnotes: await word.part('endnotes'),
      comments: await word.part('comments'),
    },
  })
  const front = frontOf(elements, reading)
  const blocks = blocksOf(elements, { reading, direction: reading.direction, depth: 0, front })
  const sources = sourcesOf(reading, {
    footnotes: await word.relationsOf('footnotes'),
    endnotes: await word.relationsOf('endnotes'),
  })
  const story = carried
    ? { fields: ownFields(carried, front, language), content: blocks }
    : foreignStory(blocks, front, await word.at('docProps/core.xml'))
  const content = [...story.content, ...sources]
  return {
    language,
    fields: story.fields,
    body: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
    pictures: reading.pictures,
    warnings: [
      ...warningsOf(reading),
      ...(carried ? carriedEmbargo(carried).warnings : []),
      ...nothing(story.fields, content),
    ],
    ...original(carried),
  }
}

const original = (carried: Carried | undefined): Pick<ImportedArticle, 'original'> =>
  carried?.id === undefined ? {} : { original: carried.id }

/** The letters say it; in a text too short to tell, the file does, where it says the same direction. */
function languageIn(elements: readonly XmlElement[], said: LanguageCode | undefined): LanguageCode {
  const text = elements.map((element) => xmlText(element)).join('\n')
  const guessed = guessLanguage(text)
  const isShort = text.trim().length < 60
  return isShort && said && directionOf(said) === directionOf(guessed) ? said : guessed
}

/** More pictures than this are no article. */
const mostPictures = 200

async function picturesIn(word: WordPackage): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const { target, type, isExternal } of word.relations.values()) {
    if (type !== 'image' || isExternal || files.size >= mostPictures || files.has(target)) continue
    const bytes = await word.bytes(target)
    if (bytes) files.set(target, bytes)
  }
  return files
}

/** What its headings are: the first title or, without one, the first heading of the first level is the headline. */
function frontOf(elements: readonly XmlElement[], reading: WordReading): Front {
  const shown: Front['shown'] = new Map()
  if (reading.isOwn) return { shown, headline: undefined, firstLevel: 2 }
  const paragraphs = elements.filter((element) => element.name === 'p' && cleanLine(xmlText(element)) !== '')
  const of = (role: string) => paragraphs.filter((each) => roleOfParagraph(each, reading) === role)
  const [title] = of('headline')
  const first = of('heading1')
  const headline = title ?? first[0]
  const isSectioned = first.some((each) => each !== headline)
  return { shown, headline, firstLevel: isSectioned ? 1 : 2 }
}

const longestHeadline = 160

/** A file of another program: without a headline by its style, a short first line is one, as in a text file; a date may stand before it. */
function foreignStory(blocks: Block[], { shown }: Front, core: XmlElement | undefined) {
  const content = [...blocks]
  const fields: Partial<ArticleFields> = {
    headline: cleanLine(shown.get('headline') ?? ''),
    subheadline: shown.get('subheadline') ?? '',
  }
  const keywords = core && childOf(core, 'keywords')
  const words = keywords
    ? xmlText(keywords)
        .slice(0, 20_000)
        .split(/[,;،؛\n]/)
    : []
  fields.keywords = words
    .map((word) => cleanLine(word))
    .filter(Boolean)
    .slice(0, 200)
  const date = content.length > 1 ? parseDate(lineOf(content[0])) : undefined
  if (date) {
    fields.date = date
    content.shift()
  }
  const first = lineOf(content[0])
  const isHeadline = first !== '' && first.length <= longestHeadline && !/[.؟۔…]$/u.test(first)
  if (!fields.headline && isHeadline && content.length > 1) {
    fields.headline = first
    content.shift()
  }
  return { fields, content }
}

/** The words of a paragraph or heading of one line; '' for anything else. */
function lineOf(block: Block | undefined): string {
  if (block?.type !== 'paragraph' && block?.type !== 'heading') return ''
  const isPlain = block.content?.every(({ type }) => type === 'text') ?? false
  return isPlain ? cleanLine(blockText(block)) : ''
}

function warningsOf({ counted }: WordReading): Warning[] {
  const { hidden, hiddenText, elsewhere, leftOut, changes, objects } = counted
  const said: [string, number, string][] = [
    ['picture-elsewhere', elsewhere, 'pictures lie outside the file and were left out'],
    ['picture-left-out', leftOut, 'pictures could not be used and were left out'],
    ['changes-taken', changes, 'tracked changes were taken as accepted'],
    ['hidden-text', hiddenText, 'pieces of hidden text were left out'],
    ['objects-left-out', objects, 'charts, drawings or objects were left out'],
  ]
  return [
    ...hiddenWarning(hidden),
    ...said.flatMap(([code, count, words]) => (count > 0 ? [{ code, message: `${count} ${words}` }] : [])),
  ]
}

function nothing({ headline }: Partial<ArticleFields>, content: readonly Block[]): Warning[] {
  const isEmpty =
    !headline && content.every((block) => block.type === 'paragraph' && !blockText(block).trim())
  return isEmpty ? [{ code: 'nothing-found', message: 'no story was found in the document' }] : []
}
