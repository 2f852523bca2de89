import './page.css'
import { loadStory, pageElement } from './load-story.ts'

// The least an editor can be: the browser's own, with nothing beside it.
const editable = document.createElement('div')
editable.contentEditable = 'true'
editable.className = 'editable'
// The true limit in a long text: the same, with blocks out of sight not laid out (performance.md §1).
if (new URLSearchParams(location.search).has('skips-hidden')) editable.classList.add('skips-hidden')
editable.innerHTML = await (await loadStory('html')).text()
pageElement().append(editable)
