import './page.css'
import { Editor, type JSONContent } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { loadStory, pageElement } from './load-story.ts'

// Bare: StarterKit as it comes, no React, no toolbar, nothing done on an update.
const content = (await (await loadStory('json')).json()) as JSONContent
const editor = new Editor({ element: pageElement(), extensions: [StarterKit], content })
// Kept from the collector, as a page that uses its editor would.
Object.assign(window, { editor })
