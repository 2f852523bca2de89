import type { Warning } from '../api/files.ts'
import { directionOf } from '../language/direction.ts'
import { guessLanguage } from '../language/guess.ts'
import type { Block, StoryBody } from '../model/body.ts'
import type { LeadImage } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { inlineOf } from './clean-inline.ts'
import { isFurniture } from './foreign-page.ts'
import { storyOf } from './html-body.ts'
import { directionOf as saidBy, languageOfTag } from './html-marks.ts'
import { attribute, elementsOf, findElement, hasClass, textOf, type HtmlElement } from './html-tree.ts'
import { PictureShelf } from './picture-shelf.ts'
import { hiddenWarning } from './plain-text.ts'
import type { Beside, ImportedArticle, SourceNamed } from './source.ts'

/** A picture as a wire item names it: its words, and where its file would lie. */
export interface WirePicture extends Omit<LeadImage, 'media'> {
  href: string
  isLead: boolean
}
/** What a wire item turned out to say, whatever its format. */
export interface WireReading {
  /** Set by the person, else said by the file. */
  language: LanguageCode | undefined
  fields: Omit<ImportedArticle['fields'], 'leadImage'>
  /** The story as the tree of a page, or as plain text with blank lines between paragraphs. */
  story: HtmlElement | string
  pictures: WirePicture[]
  /** Parts of the file that Midad has no place for, by the names that the format has for them. */
  leftOut: string[]
  warnings: Warning[]
  /** Its path inside a file of several. */
  name?: string | undefined
  original?: string | undefined
  translatedFrom?: SourceNamed | undefined
}

/** The article of a wire item, with the pictures that came beside it. */
export async function articleOf(reading: WireReading, beside: Beside | undefined): Promise<ImportedArticle> {
  const { fields, warnings, name, original, translatedFrom } = reading
  const shelf = new PictureShelf()
  const root = typeof reading.story === 'string' ? undefined : reading.story
  const own = root && ownStory(root)
  const sources = root
    ? elementsOf(root).flatMap((each) => (each.tagName === 'img' ? [attribute(each, 'src') ?? ''] : []))
    : []
  await shelf.bring([...sources, ...reading.pictures.map(({ href }) => href)], beside)
  const language = reading.language ?? languageIn(reading)
  const page = {
    isOwn: own !== undefined,
    direction: directionOf(language),
    pictures: shelf,
    removed: 0,
    isDropped: own ? () => false : isFurniture,
  }
  const container = own ?? root
  const body = container
    ? storyOf(container, page, own ? undefined : saidBy(container))
    : plainStory(typeof reading.story === 'string' ? reading.story : '', page)
  const { lead, blocks } = placed(reading.pictures, sources, shelf)
  return {
    language,
    fields: { ...fields, ...(lead && { leadImage: lead }) },
    body: { ...body, content: [...body.content, ...blocks] },
    pictures: shelf.pictures,
    warnings: [
      ...warnings,
      ...hiddenWarning(page.removed),
      ...elsewhere(reading, sources, shelf),
      ...unkept(reading),
    ],
    ...(name !== undefined && { name }),
    ...(original !== undefined && own && { original }),
    ...(translatedFrom && own && { translatedFrom }),
  }
}

/** The story in XHTML that Midad wrote (core/export/wire-body.ts). */
const ownStory = (root: HtmlElement): HtmlElement | undefined => {
  const isOwn = (element: HtmlElement) =>
    element.tagName === 'div' && hasClass(element, 'midad') && hasClass(element, 'story')
  return isOwn(root) ? root : findElement(root, isOwn)
}

/** What the tree of the story says, where its letters do not say otherwise, or what the letters say. */
function languageIn({ story, fields }: WireReading): LanguageCode {
  const text = typeof story === 'string' ? story : textOf(story)
  const guessed = guessLanguage(`${fields.headline ?? ''}\n${text}`)
  const said = typeof story === 'string' ? undefined : languageOfTag(attribute(story, 'lang'))
  return said && directionOf(said) === directionOf(guessed) ? said : guessed
}

/** Paragraphs of plain text: blank lines part them where there are any, else line ends. */
function plainStory(text: string, page: { removed: number }): StoryBody {
  const lines = text.replaceAll('\r\n', '\n')
  const parts = /\n\s*\n/.test(lines.trim()) ? lines.split(/\n[^\S\n]*\n/) : lines.split('\n')
  const content = parts.flatMap((part): Block[] => {
    const { nodes, removed } = inlineOf(part.replace(/\s+/g, ' ').trim())
    page.removed += removed
    return nodes.length > 0 ? [{ type: 'paragraph', content: nodes }] : []
  })
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** The lead picture with its words, and those pictures that came along and do not stand in the story. */
function placed(pictures: readonly WirePicture[], inStory: readonly string[], shelf: PictureShelf) {
  const first = pictures.find(({ isLead }) => isLead)
  const lead = first && {
    ...wordsOf(first),
    media: shelf.has(first.href) ? (shelf.put(first.href) ?? null) : null,
  }
  const blocks = pictures
    .filter((picture) => picture !== first && !inStory.includes(picture.href) && shelf.has(picture.href))
    .flatMap((picture): Block[] => {
      const media = shelf.put(picture.href)
      const { source: _source, ...words } = wordsOf(picture)
      return media === undefined ? [] : [{ type: 'image', attrs: { ...words, media } }]
    })
  return { lead, blocks }
}

const wordsOf = ({ href: _href, isLead: _isLead, ...words }: WirePicture): Omit<LeadImage, 'media'> => words

/** Names the pictures that did not come along: nothing is fetched. */
function elsewhere({ pictures }: WireReading, inStory: readonly string[], shelf: PictureShelf): Warning[] {
  const missing = [...new Set([...pictures.map(({ href }) => href), ...inStory])].filter(
    (href) => href !== '' && !shelf.has(href),
  )
  if (missing.length === 0) return []
  const named = missing.slice(0, 5).map((href) => href.slice(0, 200))
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : ''
  return [
    { code: 'picture-elsewhere', message: `pictures that did not come along: ${named.join(', ')}${more}` },
  ]
}

const unkept = ({ leftOut }: WireReading): Warning[] =>
  leftOut.length > 0
    ? [{ code: 'parts-left-out', message: `no place for: ${[...new Set(leftOut)].join(', ').slice(0, 500)}` }]
    : []
