import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { languageOf } from '../../../../core/language/registry.ts'
import { rangeOf } from '../../../editor/painting/painter.ts'
import type { PlacedMisspelling, StorySpelling } from '../../../editor/spelling/story-spelling.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { useAnchor } from '../../../ui/float.tsx'
import { Menu, MenuItem } from '../../../ui/menu.tsx'
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
  const suggestions = useSuggestions(spelling, word)
  const { tag, direction } = languageOf(word.language)
  return (
    <>
      <span ref={place} className="spelling-place" style={anchor.style} />
      {/* The first that can be chosen has the focus: what was meant most often is one Enter away. */}
      <Menu
        name={t('spelling.menu', { word: word.plain })}
        anchor={anchor.name}
        className="spelling-menu"
        isWaiting={suggestions === null}
        onClose={onClose}
      >
        {word.isHint && <p className="spelling-about">{t('spelling.hint')}</p>}
        {suggestions === null && <p className="spelling-about">{t('spelling.looking')}</p>}
        {suggestions?.length === 0 && <p className="spelling-about">{t('spelling.noSuggestions')}</p>}
        {!isReadOnly &&
          suggestions?.map((text) => (
            <MenuItem key={text} onChoose={() => spelling.replace(word, text)}>
              <span className="spelling-word" lang={tag} dir={direction}>
                {text}
              </span>
            </MenuItem>
          ))}
        {!isReadOnly && (
          <>
            <hr />
            <MenuItem onChoose={onAdd}>{t('spelling.add')}</MenuItem>
            <MenuItem onChoose={onIgnore}>{t('spelling.ignore')}</MenuItem>
          </>
        )}
      </Menu>
    </>
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
