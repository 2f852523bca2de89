import '../../pages/page.css'
import 'ckeditor5/ckeditor5.css'
import './peers.css'
import {
  BlockQuote,
  Bold,
  ClassicEditor,
  Essentials,
  Heading,
  Italic,
  Link,
  List,
  Paragraph,
  PasteFromOffice,
} from 'ckeditor5'
import { loadStory, pageElement } from '../../pages/load-story.ts'

const host = document.createElement('div')
pageElement().append(host)
await ClassicEditor.create(host, {
  licenseKey: 'GPL',
  initialData: await (await loadStory('html')).text(),
  language: { ui: 'en', content: 'ar' },
  plugins: [Essentials, Paragraph, Heading, Bold, Italic, Link, List, BlockQuote, PasteFromOffice],
  toolbar: 'undo redo | heading | bold italic link | bulletedList numberedList blockQuote'.split(' '),
})
