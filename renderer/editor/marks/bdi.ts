import { Mark } from '@tiptap/core'
import { languages } from '../../../core/language/registry.ts'
import type { Direction, LanguageCode } from '../../../core/model/language-code.ts'

/** The direction an element says it has; `auto` and the rest are none. */
export function directionOf(element: Element): Direction | null {
  const dir = element.getAttribute('dir')?.trim().toLowerCase()
  return dir === 'rtl' || dir === 'ltr' ? dir : null
}

/** The language code of a BCP 47 tag, by its first part; null for languages that Midad does not write. */
function codeOf(tag: string | null): LanguageCode | null {
  const first = tag?.toLowerCase().split('-')[0]
  return languages.find((language) => language.code === first || language.tag === first)?.code ?? null
}

/** A name or number that keeps its own order (HTML bdi). Typing after it leaves it (rtl.md 1.3). */
export const Bdi = Mark.create({
  name: 'bdi',
  inclusive: false,
  addAttributes: () => ({
    dir: { default: null, parseHTML: directionOf },
    lang: {
      default: null,
      parseHTML: (element: HTMLElement) => codeOf(element.getAttribute('lang')),
      renderHTML: (attributes: Record<string, unknown>) => {
        const tag = languages.find((language) => language.code === attributes.lang)?.tag
        return tag ? { lang: tag } : {}
      },
    },
  }),
  parseHTML: () => [{ tag: 'bdi' }],
  renderHTML: ({ HTMLAttributes }) => ['bdi', HTMLAttributes, 0],
})
