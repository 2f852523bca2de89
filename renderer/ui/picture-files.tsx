import type { RefObject } from 'react'

interface PictureFilesProps {
  /** `click` on it opens the dialog. */
  ref: RefObject<HTMLInputElement | null>
  /** Several at once. */
  multiple?: boolean
  /** SVG too. */
  hasDrawings?: boolean
  /** One file at least. */
  onFiles: (files: File[]) => void
}

const pictures = 'image/png,image/jpeg,image/gif,image/webp'

/** The system's own dialog for pictures. */
export function PictureFiles({ ref, multiple = false, hasDrawings = false, onFiles }: PictureFilesProps) {
  return (
    <input
      ref={ref}
      hidden
      multiple={multiple}
      type="file"
      accept={hasDrawings ? `${pictures},image/svg+xml` : pictures}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        if (files.length > 0) onFiles(files)
        // The same file may be chosen again.
        event.target.value = ''
      }}
    />
  )
}
