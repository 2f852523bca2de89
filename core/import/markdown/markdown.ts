import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Warning } from '../../api/files.ts'
import { DeskError } from '../../api/errors.ts'
import { directionOf } from '../../language/direction.ts'
import { guessLanguage } from '../../language/guess.ts'
import { allFields, allParts } from '../../model/carried.ts'
import { blockText } from '../../model/measure.ts'
import type { LanguageCode } from '../../model/language-code.ts'
import type { Block } from '../../model/body.ts'
import { cleanLine } from '../clean-inline.ts'
import { decodeText } from '../decode.ts'
import { storyOf } from '../html-body.ts'
import { languageOfTag } from '../html-marks.ts'
import { attribute, elementsOf, findElement, parsePage, type HtmlElement } from '../html-tree.ts'
import type { PageReading } from '../page-reading.ts'
import { elsewhereWarning, PictureShelf } from '../picture-shelf.ts'
import { hiddenWarning } from '../plain-text.ts'
import type { Beside, ImportedArticle, ImportedFile, ImportInput, ImportSource } from '../source.ts'
import { mostNested, requireReadable, tooDeep } from './bounds.ts'
import { frontEmbargo, frontFields, isOwn, languageTag, leadPath, takeFrontMatter } from './front-fields.ts'
import { htmlOf } from './to-html.ts'

/** CommonMark with GFM and front matter. The HTML inside it is read as that of a page is: only what the story's nodes can say is kept. */
export const markdownFile: ImportSource = {
  id: 'markdown',
  fields: { ...allFields('kept'), status: 'as: draft', deskNote: 'leave-out' },
  story: { ...allParts('kept'), note: 'leave-out' },
  accepts: ({ name }) => /\.(?:md|markdown|mdown|mkd)$/i.test(name),
  read: (file, { beside }) =>
    beside ? readWith(file, beside) : { articles: [read(opened(file), new PictureShelf())] },
}

interface Opened {
  yaml: ReturnType<typeof takeFrontMatter>['yaml']
  tree: Root
  body: HtmlElement
  language: LanguageCode
  warnings: Warning[]
}

function opened({ bytes, language: chosen }: ImportInput): Opened {
  const { text, warnings } = decodeText(bytes)
  const { yaml, rest } = takeFrontMatter(text)
  const tree = treeOf(rest)
  const body = findElement(parsePage(htmlOf(tree, isOwn(yaml))), ({ tagName }) => tagName === 'body')
  if (!body) throw new DeskError('unreadable', 'the text has no body')
  const language = chosen ?? languageOfTag(languageTag(yaml)) ?? guessLanguage(rest.slice(0, 20_000))
  return { yaml, tree, body, language, warnings }
}

/** With the pictures that lie beside it: `media/1.jpg`. */
async function readWith(file: ImportInput, beside: Beside): Promise<ImportedFile> {
  const text = opened(file)
  const shelf = new PictureShelf()
  const pictures = elementsOf(text.body).filter(({ tagName }) => tagName === 'img')
  await shelf.bring([leadPath(text.yaml), ...pictures.map((img) => attribute(img, 'src') ?? '')], beside)
  return { articles: [read(text, shelf)] }
}

function read({ yaml, tree, body: root, language, warnings }: Opened, shelf: PictureShelf): ImportedArticle {
  const fields = frontFields(yaml, shelf)
  const page: PageReading = {
    isOwn: isOwn(yaml),
    hasFootnotes: true,
    direction: directionOf(language),
    pictures: shelf,
    removed: 0,
    isDropped: () => false,
  }
  const body = storyOf(root, page)
  return {
    language,
    ...(fields.headline || page.isOwn ? { fields, body } : withHeadline(fields, body, tree)),
    pictures: shelf.pictures,
    warnings: [
      ...warnings,
      ...frontEmbargo(yaml).warnings,
      ...hiddenWarning(page.removed),
      ...elsewhereWarning(shelf),
    ],
  }
}

/** A heading of the first level with which a text begins is its headline, where the front matter has none. */
function withHeadline(
  fields: ImportedArticle['fields'],
  body: ImportedArticle['body'],
  tree: Root,
): Pick<ImportedArticle, 'fields' | 'body'> {
  const [first, ...others] = body.content
  const start = tree.children[0]
  if (start?.type !== 'heading' || start.depth !== 1 || first?.type !== 'heading') return { fields, body }
  const content: Block[] = others.length > 0 ? others : [{ type: 'paragraph' }]
  return { fields: { ...fields, headline: cleanLine(blockText(first)) }, body: { ...body, content } }
}

/** @throws DeskError 'too-large' | 'unreadable' for what is nested too deeply */
function treeOf(text: string): Root {
  requireReadable(text)
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [signsAlone] })
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostNested) throw tooDeep()
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return tree
}

// Without its second look at the words, which makes links also of addresses that were escaped so as not to be any.
const signsAlone = gfmFromMarkdown().map(({ transforms: _second, ...signs }) => signs)
