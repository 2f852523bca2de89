import { LinkSimple } from '@phosphor-icons/react/dist/icons/LinkSimple'
import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { checkAddress } from '../../../core/language/check-address.ts'
import { maxLinkTitle } from '../../../core/model/body.ts'
import { openAddress } from '../../editor/open-link.ts'
import type { StoryEditor } from '../../editor/story-editor.ts'
import type { ToolbarState } from '../../editor/story-editor-types.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { dismissName } from '../../ui/dismiss-name.ts'
import { useWords } from '../../ui/words.tsx'
import { AddressField, isWarned } from './address-field.tsx'

interface LinkToolProps {
  editor: StoryEditor
  state: ToolbarState
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

/** The button of a link, and the box that it opens. */
export function LinkTool({ editor, state, isOpen, onOpen }: LinkToolProps) {
  const { t } = useWords()
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpen}>
      <IconButton
        icon={LinkSimple}
        name={t('format.link')}
        command="story.ask-for-link"
        isPressed={state.link !== null}
        isDisabled={state.readOnly}
        onPress={() => onOpen(true)}
      />
      <LinkPopover
        editor={editor}
        href={state.link ?? ''}
        title={state.linkTitle}
        onClose={() => onOpen(false)}
      />
    </DialogTrigger>
  )
}

interface LinkPopoverProps {
  editor: StoryEditor
  /** Of the link at the caret; '' where there is none. */
  href: string
  title: string
  onClose: () => void
}

/** Where a link goes: written, changed or taken away. */
function LinkPopover(props: LinkPopoverProps) {
  const { t } = useWords()
  return (
    <Popover className="float link-box" placement="bottom" offset={6} ref={dismissName(t('dialog.close'))}>
      <Dialog aria-label={t('format.link')}>
        {/* The caret may have come here in this very frame, and the toolbar hears of it in the next. */}
        <LinkForm key={`${props.href} ${props.title}`} {...props} />
      </Dialog>
    </Popover>
  )
}

function LinkForm({ editor, href, title: before, onClose }: LinkPopoverProps) {
  const { t } = useWords()
  const [address, setAddress] = useState(href)
  const [title, setTitle] = useState(before)
  const [isTried, setTried] = useState(false)
  const check = checkAddress(address)
  const close = () => {
    onClose()
    editor.focus()
  }
  const apply = () => {
    const isHeld = check.href === null || (isWarned(check) && !isTried)
    if (isHeld || !editor.run('link', { href: check.href ?? '', title })) setTried(true)
    else close()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <AddressField
        value={address}
        isTried={isTried}
        onChange={(written) => {
          setAddress(written)
          setTried(false)
        }}
      />
      <label className="title-field">
        <span className="label">{t('link.title')}</span>
        <span className="control">
          <input
            type="text"
            dir={editor.state().direction}
            maxLength={maxLinkTitle}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </span>
      </label>
      <div className="do">
        {href !== '' && (
          <Button
            onPress={() => {
              editor.run('unlink')
              close()
            }}
          >
            {t('link.remove')}
          </Button>
        )}
        {href !== '' && (
          <Button isDisabled={check.href === null} onPress={() => openAddress(check.href)}>
            {t('link.open')}
          </Button>
        )}
        <span className="grow" />
        {/* A form of two fields sends itself by Enter only where it has a button for that. */}
        <button hidden type="submit" aria-hidden="true" tabIndex={-1} />
        <Button look="primary" onPress={apply}>
          {t(isTried && isWarned(check) ? 'link.applyAnyway' : 'link.apply')}
        </Button>
      </div>
    </form>
  )
}
