import { Node } from '@tiptap/core'
import { mediaNamePattern } from '../../../core/model/body.ts'
import { cleanHref } from '../../../core/model/clean-body.ts'
import { embedView } from '../embed-view.ts'
import type { EditorContext } from '../story-editor-types.ts'

const isAddress = (url: unknown): boolean =>
  typeof url === 'string' && /^https?:/iu.test(url) && cleanHref(url) === url
const isMedia = (media: unknown): boolean =>
  media === null || (typeof media === 'string' && mediaNamePattern.test(media))

const words = (name: 'title' | 'site' | 'alt') => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] ? { [`data-${name}`]: attributes[name] } : {},
  validate: 'string',
})

/** Something of another site as a card; nothing of it is loaded from there. */
export const storyEmbed = (context: EditorContext) =>
  Node.create({
    name: 'embed',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      url: {
        isRequired: true,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-embed'),
        renderHTML: (attributes) => ({ 'data-embed': attributes.url as unknown }),
        validate: (url: unknown) => {
          if (!isAddress(url)) throw new RangeError('the address of a card must be of the web')
        },
      },
      title: words('title'),
      site: words('site'),
      media: {
        default: null,
        parseHTML: (element: HTMLElement) => {
          const media = element.getAttribute('data-picture')
          return isMedia(media) ? media : null
        },
        renderHTML: (attributes) => (attributes.media ? { 'data-picture': attributes.media as unknown } : {}),
        validate: (media: unknown) => {
          if (!isMedia(media)) throw new RangeError('media must be the name of a stored picture')
        },
      },
      alt: words('alt'),
    }),
    parseHTML: () => [
      {
        tag: 'figure[data-embed]',
        getAttrs: (element: HTMLElement) => (isAddress(element.getAttribute('data-embed')) ? null : false),
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => [
      'figure',
      HTMLAttributes,
      ['a', { href: String(node.attrs.url) }, String(node.attrs.title) || String(node.attrs.url)],
    ],
    renderText: ({ node }) => [node.attrs.title, node.attrs.url].filter(Boolean).join('\n'),
    addNodeView: () => embedView(context),
  })
