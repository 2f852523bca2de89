import { useEffect, useEffectEvent, useState } from 'react'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { CropDialog } from '../../ui/crop-dialog.tsx'

/** Cuts the picture that is chosen in the story; closes at once where none is, or its file is missing. */
export function CropChosen({ editor, onClose }: { editor: StoryEditor; onClose: () => void }) {
  const [picture] = useState(() => editor.chosenPicture())
  const [url, setUrl] = useState('')
  const giveUp = useEffectEvent(onClose)
  useEffect(() => {
    let isWanted = true
    if (!picture) giveUp()
    else
      editor.pictureUrl(picture.media).then(
        (found) => isWanted && setUrl(found),
        () => isWanted && giveUp(),
      )
    return () => {
      isWanted = false
    }
  }, [editor, picture])
  const close = () => {
    onClose()
    editor.focus()
  }
  if (!picture || !url) return null
  return (
    <CropDialog
      url={url}
      picture={picture}
      onDone={(framing) => {
        editor.run('crop', { framing })
        close()
      }}
      onClose={close}
    />
  )
}
