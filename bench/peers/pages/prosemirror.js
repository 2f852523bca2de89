import '../../pages/page.css'
import 'prosemirror-view/style/prosemirror.css'
import 'prosemirror-menu/style/menu.css'
import 'prosemirror-gapcursor/style/gapcursor.css'
import './peers.css'
import { exampleSetup } from 'prosemirror-example-setup'
import { Schema } from 'prosemirror-model'
import { schema as basic } from 'prosemirror-schema-basic'
import { addListNodes } from 'prosemirror-schema-list'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { loadStory, pageElement } from '../../pages/load-story.ts'

const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes, 'paragraph block*', 'block'),
  marks: basic.spec.marks,
})
const doc = schema.nodeFromJSON(await (await loadStory('prosemirror')).json())
const view = new EditorView(pageElement(), {
  state: EditorState.create({ doc, plugins: exampleSetup({ schema }) }),
})
Object.assign(window, { view })
