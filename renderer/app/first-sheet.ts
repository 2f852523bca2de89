import { seenSize } from '../../core/model/crop.ts'
import type { InterfaceLanguage } from '../../core/i18n/languages.ts'
import { createTranslate, type Translate } from '../../core/i18n/translate.ts'
import { formatDate } from '../../core/language/dates.ts'
import { directionOf } from '../../core/language/direction.ts'
import { digitsOfLists } from '../../core/language/digits-of-lists.ts'
import { languageOf } from '../../core/language/registry.ts'
import type { BlockTyping } from '../../core/language/typing/typing.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { DeskClient } from '../desk/client.ts'
import type { StoryEditor } from '../editor/story-editor.ts'
import { typingInField } from '../editor/typing/field-typing.ts'
import type { OverName } from '../editor/words/over-story.ts'
import type { EarlySheet } from '../features/article/article-page.tsx'
import { openSheet, type Sheet } from '../features/article/open-sheet.ts'
import type { ArticleSession } from '../features/article/session.ts'
import { drawAtRest } from '../editor/at-rest.ts'
import { roomIn } from './layout-state.ts'

interface FirstSheetOptions {
  desk: DeskClient
  session: ArticleSession
  settings: Settings
  spoken: InterfaceLanguage
  /** It stands before this element until what is drawn in there takes its story over. */
  before: HTMLElement
}

/**
 * The sheet as it will stand in the desk, without the desk: the page bars are bare, the lines over the story and the
 * story itself can be written in. Null where the story cannot be shown: the desk says why.
 */
export function drawFirstSheet({
  desk,
  session,
  settings,
  spoken,
  before,
}: FirstSheetOptions): EarlySheet | null {
  const t = createTranslate(spoken, settings.digits ?? undefined)
  const text = make('div', 'text')
  let editor: StoryEditor | null = null
  const typing = () => editor?.typing() ?? null
  const first = make('div', 'first-sheet', [aroundTheSheet({ session, settings, t, text, typing })])
  before.before(first)
  try {
    const sheet = openSheet({ desk, session, t, writing: settings, element: text })
    editor = sheet.editor
    first.addEventListener('focus-story', () => sheet.editor.focus())
    if (session.isNew) first.querySelector<HTMLElement>('.head')?.focus()
    return {
      sheet,
      moveInto: (place, whenMoved) => moveInto(place, { first, sheet, whenMoved }),
      drop() {
        if (!first.isConnected) return
        first.remove()
        sheet.close()
      },
    }
  } catch {
    first.remove()
    return null
  }
}

interface Moving {
  first: HTMLElement
  sheet: Sheet
  whenMoved: () => void
}

// A letter that is being composed would be lost with the place it is composed in.
function moveInto(place: HTMLElement, { first, sheet, whenMoved }: Moving): void {
  const move = (): void => {
    if (!first.isConnected) return
    const { dom } = sheet.editor.view
    const selection = document.getSelection()
    const isSelected = selection?.anchorNode && dom.contains(selection.anchorNode)
    const [from, fromOffset, to, toOffset] = [
      selection?.anchorNode,
      selection?.anchorOffset ?? 0,
      selection?.focusNode,
      selection?.focusOffset ?? 0,
    ]
    const line = document.activeElement
    const scrolled = first.querySelector('.sheet')?.scrollTop ?? 0
    // It keeps the focus, and the editor hears nothing of it.
    place.moveBefore(dom, null)
    const scroller = place.closest('.sheet')
    if (scroller) scroller.scrollTop = scrolled
    if (isSelected && from && to) selection?.setBaseAndExtent(from, fromOffset, to, toOffset)
    if (line instanceof HTMLTextAreaElement && first.contains(line)) {
      const own = place.closest('.story')?.querySelector<HTMLTextAreaElement>(`.masthead .${line.className}`)
      own?.focus()
      own?.setSelectionRange(line.selectionStart, line.selectionEnd)
    }
    first.remove()
    whenMoved()
  }
  if (sheet.editor.view.composing || first.dataset.composing) {
    first.addEventListener('compositionend', () => setTimeout(move), { once: true })
  } else move()
}

interface AroundTheSheet {
  session: ArticleSession
  settings: Settings
  t: Translate
  text: HTMLElement
  /** What the typing rules go by in the lines over the story. */
  typing: () => BlockTyping | null
}

/** What Layout and ArticlePage draw before their furniture is there, element for element: nothing may move. */
function aroundTheSheet({ session, settings, t, text, typing }: AroundTheSheet): HTMLElement {
  const { language } = session.details()
  const { tag, direction, script } = languageOf(language)
  const story = make('article', 'story', [masthead({ session, settings, t, typing }), text])
  story.lang = tag
  story.dir = direction
  story.dataset.digits = digitsOfLists(language, undefined)
  story.ariaLabel = t('article.sheet')
  const sheet = make('div', 'sheet scroll', [story])
  if (script === 'latin') sheet.dataset.script = 'latin'
  const page = make('main', 'col page', [
    make('header', 'bar'),
    make('div', 'tools'),
    sheet,
    make('footer', 'foot'),
  ])
  page.ariaLabel = t('article.sheet')
  const library = make('div', 'col')
  library.dataset.pane = 'library'
  const room = roomIn(window.innerWidth)
  const desk = make('div', 'desk', [library, page, make('div', 'col inspector')])
  desk.dataset.panel = 'details'
  if (!room.isLibraryShown) desk.dataset.library = 'hidden'
  if (!room.isInspectorShown) desk.dataset.inspector = 'hidden'
  return desk
}

function masthead({ session, settings, t, typing }: Omit<AroundTheSheet, 'text'>): HTMLElement {
  const { fields, language } = session.details()
  const line = (field: OverName, name: string, className: string, hint: string) => {
    const area = make('textarea', className)
    area.dataset.over = field
    area.ariaLabel = name
    area.placeholder = hint
    area.rows = 1
    area.value = fields[field]
    area.readOnly = session.isReadOnly
    area.spellcheck = false
    drawAtRest(area)()
    typingInField(area, typing)
    area.addEventListener('input', () => session.setField(field, area.value.replace(/\s*\n\s*/g, ' ')))
    area.addEventListener('compositionstart', () => composing(area, true))
    area.addEventListener('compositionend', () => composing(area, false))
    area.addEventListener('keydown', (event) => {
      const leaves =
        event.key === 'Enter' || (event.key === 'ArrowDown' && area.selectionEnd === area.value.length)
      if (!leaves || event.isComposing) return
      event.preventDefault()
      const next = area.nextElementSibling
      if (next instanceof HTMLTextAreaElement) next.focus()
      else area.dispatchEvent(new CustomEvent('focus-story', { bubbles: true }))
    })
    return area
  }
  const separator = languageOf(language).script === 'arabic' ? '، ' : ', '
  const { arabicMonths } = settings
  const date = fields.date && formatDate(fields.date, { language, arabicMonths, style: 'long' })
  const by = [
    fields.byline.length > 0 && make('b', '', [fields.byline.join(separator)]),
    fields.place !== '' && make('bdi', '', [fields.place]),
    date && make('time', '', [date]),
  ].filter((part) => part instanceof HTMLElement)
  const dotted = by.flatMap((part, index) => (index > 0 ? [make('i', 'dot'), part] : [part]))
  const lines = [
    line('kicker', t('article.kickerOnPage'), 'kicker', t('field.kicker')),
    line('headline', t('field.headline'), 'head', t('article.headlinePlaceholder')),
    line('subheadline', t('article.deckOnPage'), 'deck', t('field.subheadline')),
  ]
  const lead = fields.leadImage
  const head = make('header', 'masthead', [...lines, ...(by.length > 0 ? [make('p', 'by', dotted)] : [])])
  if (lead?.media) {
    const picture = make('div', 'picture')
    const size = seenSize(lead) ?? { width: 2, height: 1 }
    picture.style.aspectRatio = `${size.width} / ${size.height}`
    const words = [lead.caption, lead.credit && make('span', '', [lead.credit])].filter((part) => part)
    const figure = make('figure', '', [
      picture,
      ...(words.length > 0 ? [make('figcaption', '', words as (string | Node)[])] : []),
    ])
    figure.dir = directionOf(language)
    head.append(figure)
  }
  return head
}

const composing = (area: HTMLElement, isOn: boolean): void => {
  const first = area.closest<HTMLElement>('.first-sheet')
  if (!first) return
  if (isOn) first.dataset.composing = 'yes'
  else delete first.dataset.composing
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  parts: readonly (string | Node)[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...parts)
  return element
}
