import { Node } from '@tiptap/core'
import { mediaNamePattern } from '../../../core/model/body.ts'
import { isFraming, type Framing } from '../../../core/model/crop.ts'
import { pictureView } from '../picture-view.ts'
import type { EditorContext } from '../story-editor-types.ts'

const words = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] ? { [`data-${name}`]: attributes[name] } : {},
  validate: 'string',
})
const pixels = (name: 'width' | 'height') => ({
  default: null,
  parseHTML: (element: HTMLElement) => {
    const value = Number.parseInt(element.getAttribute(`data-${name}`) ?? '', 10)
    return value > 0 ? value : null
  },
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] ? { [`data-${name}`]: attributes[name] } : {},
  validate: 'number|null',
})
/** How it is cut, kept as the JSON of the model; the host's schema has read what was stored. */
const framed = (name: keyof Framing) => ({
  default: null,
  parseHTML: (element: HTMLElement) => parsedFraming(name, element.getAttribute(`data-${name}`)),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] ? { [`data-${name}`]: JSON.stringify(attributes[name]) } : {},
  validate: (value: unknown) => {
    if (!isFraming(name, value)) throw new RangeError(`${name} must be as the model has it`)
  },
})
function parsedFraming(name: keyof Framing, json: string | null): unknown {
  try {
    const value: unknown = JSON.parse(json ?? 'null')
    return isFraming(name, value) ? value : null
  } catch {
    return null
  }
}
const isMedia = (media: unknown): boolean => typeof media === 'string' && mediaNamePattern.test(media)

/** A picture with its words. The bytes lie in the article's media folder; the story holds their name only. */
export const storyImage = (context: EditorContext) =>
  Node.create({
    name: 'image',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      media: {
        isRequired: true,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-media'),
        renderHTML: (attributes) => ({ 'data-media': attributes.media as unknown }),
        validate: (media: unknown) => {
          if (!isMedia(media)) throw new RangeError('media must be the name of a stored picture')
        },
      },
      alt: words('alt'),
      caption: words('caption'),
      credit: words('credit'),
      width: pixels('width'),
      height: pixels('height'),
      crop: framed('crop'),
      aspect: framed('aspect'),
      focal: framed('focal'),
    }),
    parseHTML: () => [
      {
        tag: 'figure[data-media]',
        getAttrs: (element: HTMLElement) => (isMedia(element.getAttribute('data-media')) ? null : false),
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => [
      'figure',
      HTMLAttributes,
      ['figcaption', String(node.attrs.caption)],
    ],
    addNodeView: () => pictureView(context),
  })
