import type { Direction } from '../model/language-code.ts'
import type { HtmlElement } from './html-tree.ts'
import type { PictureShelf } from './picture-shelf.ts'

/** How a page is read. */
export interface PageReading {
  /** Written by Midad: white space and empty paragraphs are as they were, a plain bdi was set by the export. */
  isOwn: boolean
  /** Numbers of footnotes and their sources stand in it as on our own pages, whoever wrote it. */
  hasFootnotes?: true
  /** The article's direction: what a block is not said to have. */
  direction: Direction
  pictures: PictureShelf
  /** Left out: the headline again, a share bar. */
  isDropped(element: HtmlElement): boolean
  /** Counts hidden characters that were taken out. */
  removed: number
}
