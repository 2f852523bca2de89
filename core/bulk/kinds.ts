/** A kind of file that people bring: what the pickers offer, and what the system may hand to Midad. */
export interface FileKind {
  /** With their points, in small letters; the first is the usual one. */
  endings: readonly string[]
  mimes: readonly string[]
}

/** THE table of them. Whether one is read is its source's to say (core/import/registry.ts); a new source adds its line here. */
export const fileKinds: readonly FileKind[] = [
  { endings: ['.midad'], mimes: ['application/vnd.midad.article+json'] },
  {
    endings: ['.docx'],
    mimes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  },
  { endings: ['.doc'], mimes: ['application/msword'] },
  { endings: ['.odt'], mimes: ['application/vnd.oasis.opendocument.text'] },
  { endings: ['.rtf'], mimes: ['application/rtf', 'text/rtf'] },
  { endings: ['.html', '.htm', '.xhtml'], mimes: ['text/html', 'application/xhtml+xml'] },
  { endings: ['.mhtml', '.mht'], mimes: ['multipart/related', 'application/x-mimearchive'] },
  { endings: ['.md', '.markdown'], mimes: ['text/markdown'] },
  { endings: ['.txt', '.text'], mimes: ['text/plain'] },
  { endings: ['.json'], mimes: ['application/json'] },
  { endings: ['.xml', '.nitf', '.rss', '.atom'], mimes: ['application/xml', 'text/xml'] },
  { endings: ['.zip'], mimes: ['application/zip'] },
]

/** Whether a name has the ending of such a kind. */
export const isKnownKind = (name: string): boolean => {
  const lower = name.toLowerCase()
  return fileKinds.some(({ endings }) => endings.some((ending) => lower.endsWith(ending)))
}
