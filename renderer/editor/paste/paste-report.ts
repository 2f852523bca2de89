/** Programs and pages whose ways of writing are known. */
export const pasteSources = [
  'word',
  'word-web',
  'google-docs',
  'libreoffice',
  'pages',
  'whatsapp',
  'telegram',
  'mail',
  'pdf',
  'page',
] as const
export type PasteSource = (typeof pasteSources)[number]

/** What was done to a paste, in the order in which it is told; each is counted. */
export const pasteDeeds = [
  'messages',
  'lists',
  'tables',
  'notes',
  'quotes',
  'changes',
  'comments',
  'turned',
  'joined',
  'media',
  'service',
  'signatures',
  'furniture',
  'hidden',
  'remote-pictures',
  'local-pictures',
] as const
export type PasteDeed = (typeof pasteDeeds)[number]
export type PasteCounts = Partial<Record<PasteDeed, number>>

/** Where a paste says that it was published; `url` is of the web, or null. */
export interface PasteOrigin {
  name: string
  url: string | null
}

/** What a paste was, and what was cleaned: for the person who pasted it. */
export interface PasteReport {
  source: PasteSource | null
  counts: PasteCounts
  origin: PasteOrigin | null
  /** 'recognised': it can still be put in plainly; 'original': that was done; 'words': it was too large for its markup. */
  manner: 'recognised' | 'original' | 'words'
}

/** Whether there is anything to say about it. */
export function isWorthSaying({ counts, origin, manner }: PasteReport): boolean {
  return origin !== null || manner !== 'recognised' || Object.values(counts).some((count) => count > 0)
}
