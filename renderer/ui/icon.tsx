import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { useWords } from './words.tsx'

interface IconProps {
  of: PhosphorIcon
  /** 'bar' 18 px, 'text' 16 px beside words, 'tiny' 12 px. */
  size?: 'bar' | 'text' | 'tiny'
  weight?: 'regular' | 'fill'
  /** Only icons that point somewhere along the line are mirrored in right-to-left. */
  points?: boolean
}
const sizes = { bar: '1.125rem', text: '1rem', tiny: '0.75rem' }

/** One drawing of the one icon set; always decoration, the word or the accessible name says what it means. */
export function Icon({ of: Drawing, size = 'bar', weight = 'regular', points = false }: IconProps) {
  const { direction } = useWords()
  return (
    <Drawing
      className="icon"
      size={sizes[size]}
      weight={weight}
      mirrored={points && direction === 'rtl'}
      aria-hidden="true"
    />
  )
}
