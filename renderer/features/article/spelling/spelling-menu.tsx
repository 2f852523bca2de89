import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { languageOf } from '../../../../core/language/registry.ts'
import { rangeOf } from '../../../editor/painting/painter.ts'
import type { PlacedMisspelling, StorySpelling } from '../../../editor/spelling/story-spelling.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { Float, useAnchor } from '../../../ui/float.tsx'
import { choicesIn, moveInMenu } from '../../../ui/menu-keys.ts'
import { useWords } from '../../../ui/words.tsx'

interface SpellingMenuProps {
  editor: StoryEditor
  spelling: StorySpelling
  word: PlacedMisspelling
  isReadOnly: boolean
  onClose: () => void
  onAdd: () => void
  onIgnore: () => void
}

/** What could stand in the place of a marked word, and what else can be done about it. */
export function SpellingMenu({
  editor,
  spelling,
  word,
  isReadOnly,
  onClose,
  onAdd,
  onIgnore,
}: SpellingMenuProps) {
  const { t } = useWords()
  const anchor = useAnchor()
  const place = usePlaceOf(editor, word)
  const menu = useRef<HTMLDivElement>(null)
  const suggestions = useSuggestions(spelling, word)
  const { tag, direction } = languageOf(word.language)
  // The first that can be chosen has the focus: what was meant most often is one Enter away.
  useEffect(() => {
    if (suggestions) choicesIn(menu.current)[0]?.focus()
  }, [suggestions])
  useLayoutEffect(() => menu.current?.focus(), [])
  const choose = (text: string) => {
    spelling.replace(word, text)
    onClose()
  }
  return (
    <>
      <span ref={place} className="spelling-place" style={anchor.style} />
      <Float anchor={anchor.name} className="spelling-float" onClose={onClose}>
        <div
          ref={menu}
          role="menu"
          tabIndex={-1}
          className="menu spelling-menu"
          aria-label={t('spelling.menu', { word: word.plain })}
          onKeyDown={(event) => moveInMenu(event, menu.current)}
        >
          {word.isHint && <p className="spelling-about">{t('spelling.hint')}</p>}
          {suggestions === null && <p className="spelling-about">{t('spelling.looking')}</p>}
          {suggestions?.length === 0 && <p className="spelling-about">{t('spelling.noSuggestions')}</p>}
          {!isReadOnly &&
            suggestions?.map((text) => (
              <Item key={text} onChoose={() => choose(text)}>
                <span className="spelling-word" lang={tag} dir={direction}>
                  {text}
                </span>
              </Item>
            ))}
          {!isReadOnly && (
            <>
              <hr />
              <Item onChoose={onAdd}>{t('spelling.add')}</Item>
              <Item onChoose={onIgnore}>{t('spelling.ignore')}</Item>
            </>
          )}
        </div>
      </Float>
    </>
  )
}

function Item({ children, onChoose }: { children: React.ReactNode; onChoose: () => void }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className="menu-item" onClick={onChoose}>
      {children}
    </button>
  )
}

/** Null until they are known. */
function useSuggestions(spelling: StorySpelling, word: PlacedMisspelling): readonly string[] | null {
  const [suggestions, setSuggestions] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let isOpen = true
    void spelling.suggestions(word).then((found) => isOpen && setSuggestions(found))
    return () => {
      isOpen = false
    }
  }, [spelling, word])
  return suggestions
}

/** An element that covers the word on screen, for the menu to stand at. */
function usePlaceOf(editor: StoryEditor, word: PlacedMisspelling) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const range = rangeOf(editor.view, word.start + word.from, word.start + word.to)
    const rect = range?.getClientRects()[0]
    const element = place.current
    if (!rect || !element) return
    for (const side of ['left', 'top', 'width', 'height'] as const)
      element.style.setProperty(`--${side}`, `${rect[side]}px`)
  }, [editor, word])
  return place
}
