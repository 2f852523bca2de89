import '../../pages/page.css'
import 'quill/dist/quill.snow.css'
import './peers.css'
import Quill from 'quill'
import { loadStory, pageElement } from '../../pages/load-story.ts'

const container = document.createElement('div')
pageElement().append(container)
const delta = await (await loadStory('quill')).json()
const toolbar = [
  [{ header: [1, 2, false] }],
  ['bold', 'italic', 'link', 'blockquote'],
  [{ list: 'bullet' }, { list: 'ordered' }],
]
const quill = new Quill(container, { theme: 'snow', modules: { toolbar } })
quill.setContents(delta)
Object.assign(window, { quill })
