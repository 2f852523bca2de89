import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { Asterisk } from '@phosphor-icons/react/dist/icons/Asterisk'
import { DotsThree } from '@phosphor-icons/react/dist/icons/DotsThree'
import { GitCommit } from '@phosphor-icons/react/dist/icons/GitCommit'
import { Images } from '@phosphor-icons/react/dist/icons/Images'
import { Info } from '@phosphor-icons/react/dist/icons/Info'
import { Note } from '@phosphor-icons/react/dist/icons/Note'
import { PlayCircle } from '@phosphor-icons/react/dist/icons/PlayCircle'
import { Question } from '@phosphor-icons/react/dist/icons/Question'
import { useId, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Dialog, DialogTrigger, Popover, Toolbar } from 'react-aria-components'
import type { MessageKey } from '../../../core/i18n/languages.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { IconButton } from '../../ui/controls.tsx'
import { dismissName } from '../../ui/dismiss-name.ts'
import { Icon } from '../../ui/icon.tsx'
import { capsOf, KeyCaps } from '../../ui/key-caps.tsx'
import { useWords } from '../../ui/words.tsx'
import { CharacterItems } from './character-items.tsx'

/** What is put into a story and asks for something first. */
export type Insertable = 'picture' | 'gallery' | 'embed'
type Insert = { label: MessageKey; icon: PhosphorIcon } & (
  | { command: 'note' | 'footnote' | 'fact-box' | 'questions' | 'timeline' }
  | { what: Insertable }
)
const inserts: readonly Insert[] = [
  { what: 'gallery', label: 'format.gallery', icon: Images },
  { what: 'embed', label: 'format.embed', icon: PlayCircle },
  { command: 'note', label: 'format.note', icon: Note },
  { command: 'footnote', label: 'format.footnote', icon: Asterisk },
  { command: 'fact-box', label: 'format.factBox', icon: Info },
  { command: 'questions', label: 'format.questions', icon: Question },
  { command: 'timeline', label: 'format.timeline', icon: GitCommit },
]

interface MoreProps {
  tools: ReactNode
  editor: StoryEditor
  isDisabled: boolean
  onInsert: (what: Insertable) => void
}

/** What is asked for more rarely: marks as buttons, and what can be put into the story, by its name. */
export function MoreMenu({ tools, editor, isDisabled, onInsert }: MoreProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const charactersId = useId()
  const insert = (chosen: Insert) => {
    // First away: while it is there it holds the focus.
    flushSync(() => setOpen(false))
    if ('what' in chosen) onInsert(chosen.what)
    else editor.run(chosen.command)
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton icon={DotsThree} name={t('format.more')} onPress={() => setOpen(!isOpen)} />
      <Popover className="float tray" placement="bottom" offset={6} ref={dismissName(t('dialog.close'))}>
        <Dialog aria-label={t('format.more')}>
          <Toolbar className="tray-row" aria-label={t('format.more')}>
            {tools}
          </Toolbar>
          <div className="menu" role="group" aria-label={t('command.group.insert')}>
            {inserts.map((each) => (
              <button
                key={each.label}
                className="menu-item with-icon"
                type="button"
                disabled={isDisabled}
                onClick={() => insert(each)}
              >
                <Icon of={each.icon} size="text" />
                <span className="grow">{t(each.label)}</span>
                {'command' in each && (
                  <span aria-hidden="true" className="contents">
                    <KeyCaps caps={capsOf(`story.${each.command}`)} />
                  </span>
                )}
              </button>
            ))}
          </div>
          <div className="menu" role="group" aria-labelledby={charactersId}>
            <p id={charactersId} className="menu-name">
              {t('xray.insert')}
            </p>
            <CharacterItems editor={editor} isDisabled={isDisabled} onChosen={() => setOpen(false)} />
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
