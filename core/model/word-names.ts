/**
 * The styles that Midad's Word files are read back by (core/import/word): ids as they stand in `w:pStyle` and the like. Word's own
 * where Word has one, so that its navigation, its themes and other programs know them.
 */
export const styles = {
  headline: 'Title',
  kicker: 'MidadKicker',
  subheadline: 'Subtitle',
  byline: 'MidadByline',
  dateLine: 'MidadDateLine',
  summary: 'MidadSummary',
  source: 'MidadSource',
  lead: 'MidadLead',
  leadCaption: 'MidadLeadCaption',
  list: 'ListParagraph',
  quote: 'Quote',
  pullQuote: 'IntenseQuote',
  cite: 'MidadCite',
  rule: 'MidadRule',
  picture: 'MidadPicture',
  caption: 'Caption',
  galleryCaption: 'MidadGalleryCaption',
  factTitle: 'MidadFactTitle',
  question: 'MidadQuestion',
  answer: 'MidadAnswer',
  when: 'MidadWhen',
  tableHead: 'MidadTableHead',
  embedTitle: 'MidadEmbedTitle',
  embedSite: 'MidadEmbedSite',
  embedAddress: 'MidadEmbedAddress',
  sourceItem: 'MidadSourceItem',
  gap: 'MidadGap',
  headGap: 'MidadTableHeadGap',
  footnoteText: 'FootnoteText',
  commentText: 'CommentText',
} as const
export type ParagraphStyle = (typeof styles)[keyof typeof styles] | `Heading${2 | 3 | 4}`

export const characterStyles = {
  link: 'Hyperlink',
  footnote: 'FootnoteReference',
  comment: 'CommentReference',
  credit: 'MidadCredit',
  /** Letters of ours that belong to no text: "Q: ", "Photo: ". */
  label: 'MidadLabel',
  /** Direction marks around what the recognisers found, and around what a person set apart. */
  mark: 'MidadMark',
  set: 'MidadSet',
  setAuto: 'MidadSetAuto',
} as const

export const tableStyles = {
  table: 'MidadTable',
  factBox: 'MidadFactBox',
  gallery: 'MidadGallery',
  embed: 'MidadEmbed',
  timeline: 'MidadTimeline',
} as const

/** Tags of content controls, which hold together what paragraphs alone cannot. */
export const tags = {
  quote: 'midad:quote',
  pullQuote: 'midad:pull-quote',
  questions: 'midad:questions',
  answer: 'midad:answer',
  more: 'midad:more',
  sources: 'midad:sources',
  lead: 'midad:lead',
} as const

/** What a name of a bookmark around a footnote begins with; its id follows. */
export const footnoteBookmark = '_midad_'
/** Properties of the document that carry fields begin with it; the one of this name alone says that Midad wrote the file. */
export const property = 'midad'

/** Between the names of a byline, by the script of the article; and before its place. */
export const commaOf = (script: string): string => (script === 'arabic' ? '، ' : ', ')
export const beforePlace = ' · '
