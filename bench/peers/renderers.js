import { getSchema } from '@tiptap/core'
import { generateHTML } from '@tiptap/html'
import { DOMSerializer, Node } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string'
import { Window } from 'happy-dom'
import { JSDOM } from 'jsdom'
import { parseHTML } from 'linkedom'
import MarkdownIt from 'markdown-it'

const extensions = [StarterKit]
const schema = getSchema(extensions)
const serializer = DOMSerializer.fromSchema(schema)
const markdown = new MarkdownIt()

const serializedIn = (document) => (content) => {
  const holder = document.createElement('div')
  const fragment = Node.fromJSON(schema, content).content
  holder.appendChild(serializer.serializeFragment(fragment, { document }))
  return holder.innerHTML
}

/** By the id of their row: a story, as JSON or as Markdown, to its HTML. */
export const renderers = {
  'markdown-it': (text) => markdown.render(text),
  'generate-html': (content) => generateHTML(content, extensions),
  'static-renderer': (content) => renderToHTMLString({ extensions, content }),
  linkedom: serializedIn(parseHTML('<!doctype html><html><body></body></html>').document),
  jsdom: serializedIn(new JSDOM('').window.document),
  'happy-dom': serializedIn(new Window().document),
}
