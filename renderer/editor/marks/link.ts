import { Mark } from '@tiptap/core'
import { maxLinkTitle } from '../../../core/model/body.ts'
import { cleanHref } from '../../../core/model/clean-body.ts'

/** A link. What is typed after it is no longer part of it; a refused address is no link at all. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({
    href: {
      isRequired: true,
      validate: 'string',
      parseHTML: (element: HTMLElement) => cleanHref(element.getAttribute('href') ?? '') ?? null,
    },
    title: {
      default: null,
      validate: 'string|null',
      parseHTML: (element: HTMLElement) => element.getAttribute('title')?.slice(0, maxLinkTitle) || null,
    },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element: HTMLElement) =>
        cleanHref(element.getAttribute('href') ?? '') === undefined ? false : null,
    },
  ],
  renderHTML: ({ mark }) => [
    'a',
    {
      href: cleanHref(String(mark.attrs.href)) ?? '',
      rel: 'noopener',
      ...(mark.attrs.title ? { title: mark.attrs.title as unknown } : {}),
    },
    0,
  ],
})
