import { useCallback, useRef, type ChangeEvent } from 'react'

/** The system's own dialogs for files and for a folder. A folder comes with all that is in it. */
export function useFilePickers(onFiles: (files: File[]) => void) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(target.files ?? [])]
    // The same may be chosen again.
    target.value = ''
    if (chosen.length > 0) onFiles(chosen)
  }
  return {
    pickFiles: useCallback(() => files.current?.click(), []),
    pickFolder: useCallback(() => {
      const input = folder.current
      if (!input) return
      input.webkitdirectory = true
      input.click()
    }, []),
    inputs: (
      <>
        <input
          ref={files}
          hidden
          type="file"
          multiple
          accept=".txt,.text,.html,.htm,.md,.markdown,.json,.xml,.rss,.atom,.midad,text/plain,text/html"
          onChange={onChange}
        />
        <input ref={folder} hidden type="file" multiple onChange={onChange} />
      </>
    ),
  }
}
