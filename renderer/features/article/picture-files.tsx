import { useRef, type RefObject } from 'react'
import type { StoryEditor } from '../../editor/story-editor.ts'

interface PictureFilesProps {
  ref: RefObject<HTMLInputElement | null>
  onFiles: (files: File[]) => void
}

/** The system's own dialog for pictures, one or several. */
function PictureFiles({ ref, onFiles }: PictureFilesProps) {
  return (
    <input
      ref={ref}
      hidden
      multiple
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

/** Lets a person choose pictures for the story, or for a gallery in it; `inputs` must stand in the page. */
export function usePictureFiles(editor: StoryEditor | null) {
  const pictures = useRef<HTMLInputElement>(null)
  const gallery = useRef<HTMLInputElement>(null)
  return {
    choose: (what: 'picture' | 'gallery'): void => (what === 'picture' ? pictures : gallery).current?.click(),
    inputs: (
      <>
        <PictureFiles ref={pictures} onFiles={(files) => editor?.run('image', { files })} />
        <PictureFiles ref={gallery} onFiles={(files) => editor?.run('gallery', { files })} />
      </>
    ),
  }
}
