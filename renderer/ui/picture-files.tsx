import type { RefObject } from 'react'

interface PictureFilesProps {
  /** `click` on it opens the dialog. */
  ref: RefObject<HTMLInputElement | null>
  /** Several at once. */
  multiple?: boolean
  /** One file at least. */
  onFiles: (files: File[]) => void
}

/** The system's own dialog for pictures. */
export function PictureFiles({ ref, multiple = false, onFiles }: PictureFilesProps) {
  return (
    <input
      ref={ref}
      hidden
      multiple={multiple}
      type="file"
      accept="image/png,image/jpeg,image/gif,image/webp"
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        if (files.length > 0) onFiles(files)
        // The same file may be chosen again.
        event.target.value = ''
      }}
    />
  )
}
