import { ArrowDown } from '@phosphor-icons/react/dist/icons/ArrowDown'
import { Plus } from '@phosphor-icons/react/dist/icons/Plus'
import { X } from '@phosphor-icons/react/dist/icons/X'
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
} from 'react'
import { Dialog, DialogTrigger, Popover, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { formatNumber } from '../../../../core/language/numbers.ts'
import { xrayKinds, type XrayKind } from '../../../../core/language/x-ray.ts'
import { StoryXray, type XrayCleaned } from '../../../editor/x-ray/story-xray.ts'
import type { StoryEditor } from '../../../editor/story-editor.ts'
import { focusWords } from '../../../editor/words/go-to-words.ts'
import { Button, IconButton } from '../../../ui/controls.tsx'
import { dismissName } from '../../../ui/dismiss-name.ts'
import { capsOf } from '../../../ui/key-caps.tsx'
import { useWords } from '../../../ui/words.tsx'
import { CharacterItems } from '../character-items.tsx'
import { useKeepLine } from '../keep-line.ts'
import './x-ray.css'

/** What was asked of the X-ray by a command; another object each time. */
export interface XrayAsked {
  what: 'show' | 'next' | 'clean'
}
interface XrayBarProps {
  editor: StoryEditor
  asked: XrayAsked
  isReadOnly: boolean
  onClose: () => void
}

/** What nobody sees in the story, counted by kind; each can be gone to, and what is certain cleaned by one key. */
export function XrayBar({ editor, asked, isReadOnly, onClose }: XrayBarProps) {
  const { t, dates } = useWords()
  const numbers = dates.digits
    ? { language: dates.language, digits: dates.digits }
    : { language: dates.language }
  const bar = useRef<HTMLDivElement>(null)
  useKeepLine(bar)
  const [rays] = useState(() => new StoryXray(editor))
  useLayoutEffect(() => rays.open(), [rays])
  const counts = useSyncExternalStore(rays.subscribe, rays.counts)
  const [kind, setKind] = useState<XrayKind | null>(null)
  const cleaned = useSyncExternalStore(rays.subscribe, rays.cleaned)
  const shown = xrayKinds.filter((each) => counts[each])
  const chosen = kind !== null && counts[kind] ? kind : null
  const cleanable = shown
    .filter((each) => chosen === null || each === chosen)
    .reduce((sum, each) => sum + (counts[each]?.cleanable ?? 0), 0)
  const answer = useEffectEvent(({ what }: XrayAsked) => {
    if (what === 'next') rays.next(chosen)
    if (what !== 'clean' || isReadOnly) return
    rays.clean(chosen)
    // Its button may have had the focus, and gone.
    if (bar.current?.contains(document.activeElement)) editor.focus()
  })
  useEffect(() => answer(asked), [asked])
  const close = () => {
    onClose()
    focusWords(editor.view)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.stopPropagation()
    close()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape leaves it from any of its controls
    <div ref={bar} className="x-ray" role="group" aria-label={t('xray.name')} onKeyDownCapture={onKeyDown}>
      <ToggleButtonGroup
        className="x-ray-kinds"
        aria-label={t('xray.kinds')}
        selectionMode="single"
        selectedKeys={chosen ? [chosen] : []}
        onSelectionChange={(keys) => {
          const [next] = keys
          setKind((next as XrayKind | undefined) ?? null)
          rays.next((next as XrayKind | undefined) ?? null)
        }}
      >
        {shown.map((each) => (
          <ToggleButton key={each} id={each} className="x-ray-kind">
            {t(`xray.${each}`)}{' '}
            <span className="x-ray-count">{formatNumber(counts[each]?.all ?? 0, numbers)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="x-ray-do">
        <Cleaned by={cleaned} isNothingLeft={shown.length === 0} />
        {shown.length > 0 && (
          <IconButton
            icon={ArrowDown}
            name={t('xray.next')}
            command="x-ray.next"
            onPress={() => rays.next(chosen)}
          />
        )}
        {!isReadOnly && cleanable > 0 && (
          <Button
            look="line"
            caps={capsOf('x-ray.clean')}
            onPress={() => {
              rays.clean(chosen)
              editor.focus()
            }}
          >
            {t('xray.clean', { count: cleanable })}
          </Button>
        )}
        {!isReadOnly && <InsertMenu editor={editor} />}
        <IconButton icon={X} name={t('xray.close')} onPress={close} />
      </div>
    </div>
  )
}

/** Says what a clean-up did, to eyes and to a screen reader alike; the same sentence is said again. */
function Cleaned({ by, isNothingLeft }: { by: XrayCleaned | null; isNothingLeft: boolean }) {
  const { t } = useWords()
  const nothing = isNothingLeft ? t('xray.nothing') : by ? t('xray.noneCleaned') : ''
  return (
    <output className="x-ray-told">
      <span key={by?.number}>{by && by.count > 0 ? t('xray.cleaned', { count: by.count }) : nothing}</span>
    </output>
  )
}

/** The characters that keyboards lack, with their keys. */
function InsertMenu({ editor }: Pick<XrayBarProps, 'editor'>) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton icon={Plus} name={t('xray.insert')} onPress={() => setOpen(true)} />
      <Popover className="float" placement="bottom end" offset={6} ref={dismissName(t('dialog.close'))}>
        <Dialog className="menu" aria-label={t('xray.insert')}>
          <CharacterItems editor={editor} onChosen={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
