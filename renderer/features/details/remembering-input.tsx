import type { ComponentProps } from 'react'
import type { RememberedId } from '../../../core/model/remembered.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { useDetailsTools } from './details-context.tsx'

interface RememberingInputProps extends Omit<ComponentProps<typeof Combobox>, 'options' | 'onOption'> {
  field: RememberedId
  /** What is chosen already and need not be offered again. */
  chosen?: readonly string[]
  /** Takes a word from the list; otherwise it becomes the text. */
  onChosen?: (word: string) => void
}

/** A field that offers what the house has written in it before; anything else may be written too. */
export function RememberingInput({ field, chosen, onChosen, ...input }: RememberingInputProps) {
  const { houseWords } = useDetailsTools()
  const { value, onText } = input
  return (
    <Combobox
      {...input}
      options={() => houseWords.fitting(field, value, chosen)}
      onOption={({ word }) => (onChosen ?? onText)(word)}
      onFocus={() => void houseWords.ask()}
    />
  )
}
