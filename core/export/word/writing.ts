import { languageOf, type Language } from '../../language/registry.ts'
import type { Article } from '../../model/article.ts'
import type { Inline, PictureAttrs } from '../../model/body.ts'
import { cleanHref } from '../../model/clean-body.ts'
import { sourcesOf } from '../../model/footnotes.ts'
import type { Direction } from '../../model/language-code.ts'
import type { Source } from '../../model/story-blocks.ts'
import type { HouseTheme } from '../../model/theme.ts'
import { xmlElement } from '../xml.ts'

export interface CarriedPicture {
  bytes: Uint8Array
  mime: string
}
export interface Relation {
  id: string
  type: 'hyperlink' | 'image'
  target: string
}
export interface WrittenList {
  ordered: boolean
  /** From 0. */
  level: number
  /** Where its first level begins, twentieths of a point. */
  indent: number
  start: number
  direction: Direction
}
export interface WrittenNote {
  id: number
  /** Its paragraphs. */
  content: Inline[][]
  directions: Direction[]
}

/** One Word file under way: everything that its parts share is counted here, in the order of reading, never by chance. */
export class WordWriting {
  readonly article: Article
  readonly theme: HouseTheme
  readonly language: Language
  readonly pictures: ReadonlyMap<string, CarriedPicture>
  readonly hasNotes: boolean
  /** By the part that they belong to. */
  readonly relations: Record<'document' | 'footnotes', Relation[]> = { document: [], footnotes: [] }
  readonly media = new Map<string, { file: string; picture: CarriedPicture }>()
  readonly lists: WrittenList[] = []
  /** In the order of their numbers. */
  readonly footnotes: Source[] = []
  readonly notes: WrittenNote[] = []
  /** The part that is being written. */
  part: 'document' | 'footnotes' = 'document'
  readonly #sources: ReadonlyMap<string, Source>
  #drawings = 0
  #bookmarks = 0

  constructor(
    article: Article,
    theme: HouseTheme,
    pictures: ReadonlyMap<string, CarriedPicture>,
    hasNotes: boolean,
  ) {
    this.article = article
    this.theme = theme
    this.language = languageOf(article.language)
    this.pictures = pictures
    this.hasNotes = hasNotes
    this.#sources = new Map(sourcesOf(article.body).map((source) => [source.attrs.id, source]))
  }

  /** The id of a relation to an address that a link may have; the same address is related once in a part. */
  linkId(href: string): string | undefined {
    const target = cleanHref(href)
    return target === undefined || target.startsWith('#') ? undefined : this.#relate('hyperlink', target)
  }

  /** The id of the picture's relation; undefined where the file is missing. */
  pictureId({ media }: Pick<PictureAttrs, 'media'>): string | undefined {
    const picture = this.pictures.get(media)
    if (!picture) return undefined
    const extension = picture.mime === 'image/jpeg' ? 'jpg' : (picture.mime.split('/')[1] ?? 'png')
    const known = this.media.get(media)
    const file = known?.file ?? `image${this.media.size + 1}.${extension}`
    if (!known) this.media.set(media, { file, picture })
    return this.#relate('image', `media/${file}`)
  }

  #relate(type: Relation['type'], target: string): string {
    const relations = this.relations[this.part]
    const known = relations.find((each) => each.type === type && each.target === target)
    if (known) return known.id
    const id = `rLink${relations.length + 1}`
    relations.push({ id, type, target })
    return id
  }

  /** The number of a new list in numbering.xml. */
  list(list: WrittenList): number {
    this.lists.push(list)
    return this.lists.length
  }

  /** The number of the footnote for a source, and whether it is named for the first time; undefined where there is no such source. */
  footnote(id: string): { number: number; isNew: boolean } | undefined {
    const source = this.#sources.get(id)
    if (!source) return undefined
    const at = this.footnotes.indexOf(source)
    if (at >= 0) return { number: at + 1, isNew: false }
    this.footnotes.push(source)
    return { number: this.footnotes.length, isNew: true }
  }

  isNamed = (source: Source): boolean => this.footnotes.includes(source)

  drawing(): number {
    return (this.#drawings += 1)
  }

  /** `content` between the two ends of a bookmark. */
  bookmark(name: string, content: string): string {
    const id = (this.#bookmarks += 1)
    return (
      xmlElement('w:bookmarkStart', { 'w:id': id, 'w:name': name }) +
      content +
      xmlElement('w:bookmarkEnd', { 'w:id': id })
    )
  }
}
