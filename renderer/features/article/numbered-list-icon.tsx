import type { Icon, IconProps } from '@phosphor-icons/react'
import { ListNumbers } from '@phosphor-icons/react/dist/icons/ListNumbers'
import { useWords } from '../../ui/words.tsx'

/**
 * A numbered list whose lines follow the direction and whose digits do not: Phosphor's drawing with its digits
 * on the other side instead of mirrored (design README, "Direction").
 */
export const NumberedListIcon: Icon = Object.assign(
  (props: IconProps) => {
    const { direction } = useWords()
    if (direction === 'ltr') return <ListNumbers {...props} />
    const { size, className } = props
    return (
      <svg
        className={className}
        width={size}
        height={size}
        viewBox="0 0 256 256"
        fill="none"
        stroke="currentColor"
        strokeWidth="16"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M152 64H40M152 128H40M152 192H40" />
        <path d="M192 52l16-8v56M190 160a20 20 0 1 1 36 12l-36 40h38" />
      </svg>
    )
  },
  { displayName: 'NumberedListIcon' },
) as unknown as Icon
