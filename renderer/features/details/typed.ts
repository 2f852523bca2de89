import { useState, type FocusEvent, type KeyboardEvent } from 'react'

interface TypedOptions {
  /** The value as it is kept: ISO 8601, '' for none. */
  value: string
  /** The value in the interface's words and digits. */
  shown: string
  /** The value that a text means, undefined where it means none; `isWhole` once the field has been left. */
  read: (text: string, isWhole: boolean) => string | undefined
  onValue: (value: string) => void
}

/**
 * A field whose value is read from what is typed: kept with each key that makes sense, written out properly when the field
 * is left. What makes no sense stays there, marked, until it is mended or Escape gives the value back. In its element the
 * field at rest holds the value as it is kept, for scripts; a person sees and edits words.
 */
export function useTyped({ value, shown, read, onValue }: TypedOptions) {
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  /** Whether what is written makes sense; it is kept then. */
  const isSettled = () => {
    if (typed === null) return true
    const meant = typed === shown ? value : read(typed, true)
    setWrong(meant === undefined)
    if (meant !== undefined && meant !== value) onValue(meant)
    return meant !== undefined
  }
  return {
    isWrong,
    /** What is drawn over the field while nobody writes in it. */
    atRest: typed === null ? shown : '',
    giveBack() {
      setTyped(null)
      setWrong(false)
    },
    input: {
      value: typed ?? value,
      'aria-invalid': isWrong || undefined,
      onFocus: ({ target }: FocusEvent<HTMLInputElement>) => {
        setTyped((kept) => kept ?? shown)
        // The words come with the next drawing.
        requestAnimationFrame(() => target === document.activeElement && target.select())
      },
      onBlur: () => isSettled() && setTyped(null),
      onChange: ({ target }: { target: HTMLInputElement }) => {
        setTyped(target.value)
        setWrong(false)
        const meant = read(target.value, false)
        if (meant !== undefined && meant !== value) onValue(meant)
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') isSettled()
        if (event.key !== 'Escape' || typed === null || typed === shown) return
        event.stopPropagation()
        setTyped(shown)
        setWrong(false)
      },
    },
  }
}
