import type { Warning } from '../api/files.ts'
import { DeskError } from '../api/errors.ts'
import { guessLanguage } from '../language/guess.ts'
import { directionOf as directionOfLanguage } from '../language/direction.ts'
import { allFields, allParts } from '../model/carried.ts'
import { blockText } from '../model/measure.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { decodeMarkup } from './decode.ts'
import { foreignFields, storyContainer } from './foreign-page.ts'
import { storyOf } from './html-body.ts'
import type { PageReading } from './page-reading.ts'
import { directionOf, languageOfTag } from './html-marks.ts'
import { attribute, elementsOf, findElement, parsePage, textOf, type HtmlElement } from './html-tree.ts'
import { ownEmbargo, ownFields, ownStory } from './own-page.ts'
import { elsewhereWarning, PictureShelf } from './picture-shelf.ts'
import { hiddenWarning } from './plain-text.ts'
import type { Beside, ImportedArticle, ImportedFile, ImportInput, ImportSource } from './source.ts'

/**
 * A page: our own export comes back as it was; of any other, the longest run of paragraphs with its headline, names and
 * date. Nothing is fetched and nothing of its code is kept: only what the story's nodes can say.
 */
export const pageHtml: ImportSource = {
  id: 'page-html',
  fields: { ...allFields('kept'), status: 'as: draft', deskNote: 'leave-out' },
  story: { ...allParts('kept'), note: 'leave-out' },
  accepts: ({ name, bytes }) => /\.(?:html?|xhtml)$/i.test(name) || startsLikeHtml(bytes),
  read: (file, { beside }) =>
    beside ? readWith(file, beside) : { articles: [read(opened(file), new PictureShelf())] },
}

function startsLikeHtml(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 256)).replace(/^(?:\u00ef\u00bb\u00bf|\s)+/, '')
  return /^<(?:!doctype html|html[\s>])/i.test(start)
}

interface OpenedPage {
  root: HtmlElement
  /** The story of a page that Midad wrote. */
  own: HtmlElement | undefined
  container: HtmlElement
  chosen: LanguageCode | undefined
  warnings: Warning[]
}

/** A page with what lies beside it, as browsers save one. */
async function readWith(file: ImportInput, beside: Beside): Promise<ImportedFile> {
  const page = opened(file)
  const shelf = new PictureShelf()
  // The lead picture of our own page stands before its story.
  const pictures = elementsOf(page.own ? page.root : page.container).filter(
    ({ tagName }) => tagName === 'img',
  )
  await shelf.bring(
    pictures.map((img) => attribute(img, 'src') ?? ''),
    beside,
  )
  return { articles: [read(page, shelf)] }
}

function opened({ bytes, language }: ImportInput): OpenedPage {
  const { text, warnings } = decodeMarkup(bytes)
  const document = parsePage(text)
  const root = findElement(document, ({ tagName }) => tagName === 'html')
  // The HTML standard has a parser make one where the file has none.
  if (!root) throw new DeskError('unreadable', 'the page has no root')
  const own = ownStory(root)
  return { root, own, container: own ?? storyContainer(root), chosen: language, warnings }
}

function read({ root, own, container, chosen, warnings }: OpenedPage, shelf: PictureShelf): ImportedArticle {
  const language = chosen ?? languageOfPage(root, container, own !== undefined)
  const page: PageReading = {
    isOwn: own !== undefined,
    direction: directionOfLanguage(language),
    pictures: shelf,
    removed: 0,
    isDropped: () => false,
  }
  const fields = own ? ownFields(root, page) : foreignFields(root, container, page)
  const body = storyOf(container, page, own ? undefined : saidAround(container))
  if (!own && !fields.headline && !body.content.some((block) => blockText(block).trim())) {
    warnings.push({ code: 'nothing-found', message: 'no story was found in the page' })
  }
  return {
    language,
    fields,
    body,
    pictures: shelf.pictures,
    warnings: [
      ...warnings,
      ...(own ? ownEmbargo(root).warnings : []),
      ...hiddenWarning(page.removed),
      ...elsewhereWarning(shelf),
    ],
  }
}

/** What the page says, unless its letters say another script: many Arabic pages carry a template's `lang="en"`. */
function languageOfPage(root: HtmlElement, container: HtmlElement, isOwn: boolean): LanguageCode {
  const nearest = lineage(container).map(
    (element) => attribute(element, 'lang') ?? attribute(element, 'xml:lang'),
  )
  const said = languageOfTag(nearest.find(Boolean) ?? attribute(root, 'lang'))
  if (said && isOwn) return said
  const guessed = guessLanguage(textOf(container))
  return said && directionOfLanguage(said) === directionOfLanguage(guessed) ? said : guessed
}

const saidAround = (container: HtmlElement) => lineage(container).map(directionOf).find(Boolean)

function lineage(element: HtmlElement): HtmlElement[] {
  const parent = element.parentNode
  return [element, ...(parent && 'tagName' in parent ? lineage(parent) : [])]
}
