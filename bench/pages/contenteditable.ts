import './page.css'
import { loadStory, pageElement } from './load-story.ts'

// The least an editor can be: the browser's own, with nothing beside it.
const editable = document.createElement('div')
editable.contentEditable = 'true'
editable.className = 'editable'
// The true limit in a long text: the same, with blocks out of sight not laid out (performance.md §1).
const asked = new URLSearchParams(location.search)
if (asked.has('skips-hidden')) editable.classList.add('skips-hidden')
editable.innerHTML = await (await loadStory('html')).text()
pageElement().append(editable)
// At the first key: by then the place that is written in is in sight.
if (asked.has('marks')) editable.addEventListener('keydown', markWords, { once: true })

/** What any editor pays that marks words by CSS highlights, without finding them: one word in twenty of what is in sight. */
function markWords(): void {
  const ranges: Range[] = []
  let words = 0
  const texts = document.createTreeWalker(editable, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const block = text.parentElement?.getBoundingClientRect()
    if (!block || block.bottom < 0) continue
    if (block.top > innerHeight) break
    for (const { index, 0: word } of (text.nodeValue ?? '').matchAll(/\p{L}+/gu)) {
      words += 1
      if (words % 20 > 0) continue
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      ranges.push(range)
    }
  }
  CSS.highlights.set('marks', new Highlight(...ranges))
}
