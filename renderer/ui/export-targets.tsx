import { X } from '@phosphor-icons/react/dist/icons/X'
import { useState } from 'react'
import { Input, TextField } from 'react-aria-components'
import { withTarget, type ExportTarget } from '../../core/model/export-target.ts'
import { Button, IconButton } from './controls.tsx'
import type { Choosing } from './export-choice.ts'
import { useWords } from './words.tsx'

interface ExportTargetsProps {
  targets: readonly ExportTarget[]
  choosing: Choosing
  onChange: (targets: ExportTarget[]) => void
}

/** The named choices, the one used last first: a press takes one. */
export function ExportTargets({ targets, choosing, onChange }: ExportTargetsProps) {
  const { t } = useWords()
  if (targets.length === 0) return null
  return (
    <div role="group" className="targets" aria-label={t('export.targets')}>
      <span className="label" aria-hidden="true">
        {t('export.targets')}
      </span>
      {targets.map((target) => (
        <span className="target" key={target.id}>
          <button
            type="button"
            className="chip"
            aria-pressed={choosing.target === target.id}
            // It has just been remembered, and what had the focus is gone.
            autoFocus={choosing.target === target.id}
            onClick={() => choosing.take(target)}
          >
            <bdi>{target.name}</bdi>
          </button>
          {choosing.target === target.id && (
            <IconButton
              icon={X}
              name={t('export.forget', { name: target.name })}
              onPress={() => onChange(targets.filter(({ id }) => id !== target.id))}
            />
          )}
        </span>
      ))}
    </div>
  )
}

/** Gives what is chosen a name. */
export function RememberTarget({ targets, choosing, onChange }: ExportTargetsProps) {
  const { t } = useWords()
  const [name, setName] = useState<string | null>(null)
  const keep = () => {
    const trimmed = (name ?? '').trim()
    if (!trimmed) return
    const id = crypto.randomUUID()
    onChange(withTarget(targets, { ...choosing.choice, id, name: trimmed }))
    choosing.named(id)
    setName(null)
  }
  if (choosing.target !== undefined) return null
  if (name === null) {
    return (
      <div className="remember">
        <Button isDisabled={choosing.choice.formats.length === 0} onPress={() => setName('')}>
          {t('export.remember')}
        </Button>
      </div>
    )
  }
  return (
    <form
      className="remember"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <TextField
        className="grow"
        aria-label={t('export.targetName')}
        value={name}
        onChange={setName}
        // It was asked for by the press before.
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Escape') setName(null)
          else event.continuePropagation()
        }}
      >
        <span className="control">
          <Input dir="auto" maxLength={80} placeholder={t('export.targetName')} />
        </span>
      </TextField>
      <Button look="line" isDisabled={name.trim() === ''} onPress={keep}>
        {t('export.rememberNow')}
      </Button>
    </form>
  )
}
