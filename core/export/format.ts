import type { FormatOption, OptionValues, Warning } from '../api/files.ts'
import type { HouseStyle, TransformId } from '../language/transforms/transform.ts'
import type { Article } from '../model/article.ts'
import type { FieldMap, StoryMap } from '../model/carried.ts'
import type { Lettering, Outline } from '../model/lettering.ts'
import type { PictureWish, ScaledPicture } from '../model/scaled-picture.ts'
import type { StoryType } from '../model/story-type.ts'
import type { FontFace, FontFamily, HouseTheme } from '../model/theme.ts'
import type { Packer } from './zip-file.ts'

/** One way out of Midad: a pure function from an article to bytes. One file here, one line in registry.ts. */
export interface ExportFormat {
  /** As contract.md lists them. */
  id: string
  /** English, for the command line; the interface reads `format.<id>`. */
  label: string
  /** Without the dot. */
  extension: string
  mime: string
  /** What becomes of each field and of each part of a story: docs/formats.md is made of it. */
  fields: FieldMap
  story: StoryMap
  /** What it leaves to whoever sends; `ExportInput.options` has a value for each. */
  options?: readonly FormatOption[]
  write(input: ExportInput): Promise<ExportResult>
  /** One file of several articles, in their order, where there is such a thing: a feed. Each comes when it is asked for. */
  writeAll?(inputs: AsyncIterable<ExportInput>): Promise<ExportResult>
}
export interface ExportInput {
  /** As it may leave the house (`cleanArticle`): no word of its notes is in it. */
  article: Article
  /** How many notes were left out of it; none where it does not say. */
  notesLeftOut?: number
  /** True where somebody asked for its notes in the file and they were left in the article: a format that has comments writes them. */
  notes?: boolean
  /** What kind of story it is; absent where it has no type, or one that nobody knows. */
  type?: PageType | undefined
  theme: HouseTheme
  /** Who sends it, where the house has said. */
  agency?: Agency
  /** Milliseconds since 1970: an embargo that has not passed is warned of. */
  now: number
  assets: ExportAssets
  /** What packs zips; absent: our own way, which takes longer. */
  packer?: Packer | undefined
  /** What pages write in the house's style; absent: everything as it was written. */
  house?: ExportStyle
  /** The format's own options, each with its value; absent: as `default` has them. */
  options?: OptionValues
  /** Where a picture lies beside the file, as an address in it; absent: pictures are put into the file where it can hold them. */
  beside?: (media: string) => string
}
/** The sender as wire formats name one: with a name for people and a domain (`example.org`) that its addresses begin with. */
export interface Agency {
  name: string
  domain: string
}
/** What a format says of a story type. */
export type PageType = Pick<StoryType, 'genre' | 'schemaType'>
export interface ExportStyle extends HouseStyle {
  transforms: readonly Extract<TransformId, 'digits' | 'quotes'>[]
}
export interface ExportResult {
  bytes: Uint8Array
  /** What the format could not carry, in words. */
  warnings: Warning[]
  /** The file with what belongs to it, as a zip, where an option asked for that. */
  isZip?: true
  /** The file lies in a folder of its own, with what belongs to it, where an option asked for that. */
  inFolder?: FolderAround
}
/** Who writes it lays `beside` first: whoever watches for the file finds all that it names. */
export interface FolderAround {
  /** How the file is called in the folder. */
  item: string
  /** Each where the file says that it lies, with `/`. */
  beside: readonly { path: string; bytes: Uint8Array }[]
}
/** What lies outside the article: asked for only when it is used. */
export interface ExportAssets {
  /** The bytes of a stored picture; undefined where the file is missing. */
  picture(media: string): Promise<{ bytes: Uint8Array; mime: string } | undefined>
  /** The faces of a family with the letters of `text`; none where fonts cannot be had. */
  font(family: FontFamily, text: string): Promise<FontFace[]>
  /**
   * A stored picture cut and made smaller; never larger than it is. Of what moves the first frame. Undefined where the file is
   * missing or broken, is too large or could not be done in time: the picture as it is will do then. Absent where nothing can be scaled.
   */
  scaled?(media: string, wish: PictureWish): Promise<ScaledPicture | undefined>
  /** Letters as shapes, one answer each; undefined where it failed. Absent where nothing can be drawn. */
  outlines?(letterings: readonly Lettering[]): Promise<Outline[] | undefined>
  /** A drawing of ours, without text and addresses, as PNG; undefined where it failed. Absent where nothing can be drawn. */
  raster?(svg: string): Promise<Uint8Array | undefined>
  /** A page of ours as a PDF; absent where nothing can be printed. @throws DeskError 'no-browser' | 'not-printed' */
  print?(html: Uint8Array): Promise<Uint8Array>
}
