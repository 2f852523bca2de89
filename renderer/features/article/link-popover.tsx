import { useState } from 'react'
import { Popover, Dialog } from 'react-aria-components'
import type { StoryEditor } from '../../editor/story-editor.ts'
import { Button } from '../../ui/controls.tsx'
import { dismissName } from '../../ui/dismiss-name.ts'
import { useWords } from '../../ui/words.tsx'

interface LinkPopoverProps {
  editor: StoryEditor
  href: string
  onClose: () => void
}

/** Where a link goes: written, changed or taken away. */
export function LinkPopover({ editor, href, onClose }: LinkPopoverProps) {
  const { t } = useWords()
  return (
    <Popover className="float link-box" placement="bottom" offset={6} ref={dismissName(t('dialog.close'))}>
      <Dialog aria-label={t('format.link')}>
        <LinkForm editor={editor} href={href} onClose={onClose} removeLabel={t('link.remove')} />
      </Dialog>
    </Popover>
  )
}

function LinkForm({ editor, href, onClose, removeLabel }: LinkPopoverProps & { removeLabel: string }) {
  const { t } = useWords()
  const [address, setAddress] = useState(href)
  const [isRefused, setRefused] = useState(false)
  const close = () => {
    onClose()
    editor.focus()
  }
  const apply = () => {
    // A bare name such as midad.example is meant as a web address.
    const full = /^[a-z][a-z0-9+.-]*:|^#/i.test(address) ? address : `https://${address}`
    if (address.trim() === '' || !editor.run('link', { href: full.trim() })) setRefused(true)
    else close()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <label className={`control ${isRefused ? 'error' : ''}`}>
        <span className="visually-hidden">{t('link.address')}</span>
        <input
          dir="ltr"
          type="text"
          inputMode="url"
          autoFocus
          placeholder="https://"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      {isRefused && <p role="alert">{t('link.refused')}</p>}
      <div className="do">
        {href !== '' && (
          <Button
            onPress={() => {
              editor.run('unlink')
              close()
            }}
          >
            {removeLabel}
          </Button>
        )}
        <span className="grow" />
        <Button look="primary" onPress={apply}>
          {t('link.apply')}
        </Button>
      </div>
    </form>
  )
}
