import '../../pages/page.css'
import './peers.css'
import { createRoot } from 'react-dom/client'
import { createEditor, Editor } from 'slate'
import { withHistory } from 'slate-history'
import { Editable, Slate, withReact } from 'slate-react'
import { loadStory, pageElement } from '../../pages/load-story.ts'

const editor = withHistory(withReact(createEditor()))
const { isInline } = editor
editor.isInline = (node) => node.type === 'a' || isInline(node)

function drawElement({ attributes, children, element }) {
  const Name = element.type
  return (
    <Name {...attributes} {...(element.href && { href: element.href })}>
      {children}
    </Name>
  )
}

function drawLeaf({ attributes, children, leaf }) {
  const slanted = leaf.italic ? <em>{children}</em> : children
  return <span {...attributes}>{leaf.bold ? <strong>{slanted}</strong> : slanted}</span>
}

// Slate brings no keys of its own: what a toolbar's button would do.
function boldAtKey(event) {
  if (!(event.ctrlKey || event.metaKey) || event.key !== 'b') return
  event.preventDefault()
  Editor.addMark(editor, 'bold', true)
}

const story = await (await loadStory('slate')).json()
createRoot(pageElement()).render(
  <Slate editor={editor} initialValue={story}>
    <Editable className="editable" renderElement={drawElement} renderLeaf={drawLeaf} onKeyDown={boldAtKey} />
  </Slate>,
)
