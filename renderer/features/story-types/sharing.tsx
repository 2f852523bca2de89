import { useRef, useState } from 'react'
import type { HostInfo } from '../../../core/api/contract.ts'
import type { StoryType } from '../../../core/model/story-type.ts'
import { useDesk } from '../../desk/desk-context.tsx'
import { handOver } from '../../desk/hand-over.ts'
import { base64Of } from '../../desk/pictures.ts'
import { Button } from '../../ui/controls.tsx'
import { useWords } from '../../ui/words.tsx'

interface SharingProps {
  host: HostInfo
  isReadOnly: boolean
  types: readonly StoryType[]
  /** Ids of the house's own. */
  house: readonly string[]
  tryTo: (work: () => Promise<unknown>) => Promise<void>
}

const fileName = 'story-types.json'

/** The house's own types as a file for another desk, and those of another one taken in. */
export function Sharing({ host, isReadOnly, types, house, tryTo }: SharingProps) {
  const { t } = useWords()
  const desk = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const [said, say] = useState('')
  const save = async () => {
    const own = types.filter(({ id }) => house.includes(id))
    const text = `${JSON.stringify({ order: types.map(({ id }) => id), types: own }, null, 2)}\n`
    const base64 = await base64Of(new Blob([text]))
    await handOver({ name: fileName, mime: 'application/json', base64, warnings: [] }, desk, host)
  }
  const take = async (file: File) => {
    const { taken, odd } = await desk.call('types.merge', { base64: await base64Of(file) })
    const left = odd > 0 ? ` ${t('types.odd', { count: odd })}` : ''
    say(t('types.taken', { count: taken }) + left)
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
          say('')
          if (file) void tryTo(() => take(file))
          event.target.value = ''
        }}
      />
      <Button look="line" isDisabled={house.length === 0} onPress={() => void tryTo(save)}>
        {t('types.save')}
      </Button>
      <Button isDisabled={isReadOnly} onPress={() => input.current?.click()}>
        {t('types.take')}
      </Button>
      <output className="types-said">{said}</output>
    </>
  )
}
