import { useRef } from 'react'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { PictureFiles } from '../../ui/picture-files.tsx'

/** Lets a person choose pictures for the story, or for a gallery in it; `inputs` must stand in the page. */
export function usePictureFiles(editor: StoryEditor | null) {
  const pictures = useRef<HTMLInputElement>(null)
  const gallery = useRef<HTMLInputElement>(null)
  return {
    choose: (what: 'picture' | 'gallery'): void => (what === 'picture' ? pictures : gallery).current?.click(),
    inputs: (
      <>
        <PictureFiles multiple ref={pictures} onFiles={(files) => editor?.run('image', { files })} />
        <PictureFiles multiple ref={gallery} onFiles={(files) => editor?.run('gallery', { files })} />
      </>
    ),
  }
}
