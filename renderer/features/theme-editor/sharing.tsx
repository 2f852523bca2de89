import { useRef } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { handOver } from '../../desk/hand-over.ts'
import { base64Of } from '../../desk/pictures.ts'
import { Button } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'
import type { EditedTheme } from './use-theme.ts'

interface SharingProps {
  open: EditedTheme
  host: HostInfo
  isReadOnly: boolean
  isChanged: boolean
}

/** The theme as a file for another desk, and one of another desk taken in. */
export function Sharing({ open, host, isReadOnly, isChanged }: SharingProps) {
  const { t } = useWords()
  const desk = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const save = async () => {
    if (!open.edits) return
    const { now } = open.edits
    const base64 = await base64Of(new Blob([`${JSON.stringify(now, null, 2)}\n`]))
    await handOver({ name: `${now.id}.json`, mime: 'application/json', base64, warnings: [] }, desk, host)
  }
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void open.take(file)
          event.target.value = ''
        }}
      />
      <Button look="line" isDisabled={!open.edits} onPress={() => void open.tryTo(save)}>
        {t('themes.save')}
      </Button>
      <Button isDisabled={isReadOnly || isChanged} onPress={() => input.current?.click()}>
        {t('themes.take')}
      </Button>
    </>
  )
}
