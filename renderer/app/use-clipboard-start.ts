import { useEffect, useRef } from 'react'
import { headlineOf } from '../../core/model/take-headline.ts'
import type { StoryEditor } from '../editor/story-editor.ts'
import type { OpenPage } from '../features/article/page-commands.ts'
import type { ArticleSession } from '../features/article/session.ts'
import type { DeskWindow } from './desk-window.ts'
import type { Told } from './window-state.ts'

interface ClipboardStart {
  desk: DeskWindow
  page: OpenPage | null
  tell: (told: Told) => void
}

/** Makes a new article of what the clipboard holds, through the same filters as a paste. */
export function useClipboardStart({ desk, page, tell }: ClipboardStart): () => Promise<void> {
  const coming = useRef<DataTransfer | null>(null)
  useEffect(() => {
    const { session } = desk.state()
    if (!page || !session || !coming.current) return
    const held = coming.current
    coming.current = null
    place(page.story, session, held)
  }, [desk, page])
  return async () => {
    const held = await clipboard()
    if (typeof held === 'string') return tell({ kind: held })
    const before = desk.state().session
    coming.current = held
    await desk.create()
    // It could not be left: nothing goes into the article that is still open.
    if (desk.state().session === before) coming.current = null
  }
}

/** What the clipboard holds, or why it cannot be had. */
async function clipboard(): Promise<DataTransfer | 'clipboard-closed' | 'clipboard-empty'> {
  const held = new DataTransfer()
  try {
    const items = await navigator.clipboard.read()
    for (const { item, type } of items.flatMap((item) => item.types.map((type) => ({ item, type })))) {
      const blob = await item.getType(type)
      if (type.startsWith('image/')) held.items.add(new File([blob], 'clipboard', { type }))
      else if (type === 'text/html' || type === 'text/plain') held.setData(type, await blob.text())
    }
  } catch {
    // Refused by its user or by the browser; there is no other way to it but the keys of a paste.
    return 'clipboard-closed'
  }
  return held.items.length > 0 ? held : 'clipboard-empty'
}

function place(story: StoryEditor, session: ArticleSession, held: DataTransfer): void {
  story.focus()
  story.view.dom.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }),
  )
  const headline = headlineOf(story.body().content)
  const { state } = story.view
  const first = state.doc.firstChild
  if (headline === null || !first) return
  session.setField('headline', headline)
  const paragraph = state.schema.nodes.paragraph?.create()
  const isAlone = state.doc.childCount === 1
  story.view.dispatch(
    isAlone && paragraph
      ? state.tr.replaceWith(0, first.nodeSize, paragraph)
      : state.tr.delete(0, first.nodeSize),
  )
}
