import './page.css'
import { Editor, type JSONContent } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { loadStory, pageElement } from './load-story.ts'

/** The least that a React page with TipTap does: StarterKit as it comes, mounted when the component is. */
function Story({ content }: { content: JSONContent }) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const editor = new Editor({ element: element.current, extensions: [StarterKit], content })
    return () => editor.destroy()
  }, [content])
  return <div ref={element} />
}

const content = (await (await loadStory('json')).json()) as JSONContent
createRoot(pageElement()).render(<Story content={content} />)
