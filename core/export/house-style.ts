import { changeOf, transformOf } from '../language/transforms/registry.ts'
import { languageOfText } from '../language/transforms/text-language.ts'
import { textWith, type Replacement } from '../language/transforms/transform.ts'
import type { Stretch } from '../language/isolate-tokens.ts'
import type { Article } from '../model/article.ts'
import type { Inline } from '../model/body.ts'
import { mapFieldTexts } from '../model/field-texts.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { mapStory } from '../model/map-story.ts'
import type { ExportStyle } from './format.ts'

/**
 * The article with its digits and quotation marks in the house's style, in the story, its captions and cards and the text fields;
 * never in codes, addresses, the slug and dates. The article itself stays as it was.
 */
export function inHouseStyle(article: Article, style: ExportStyle): Article {
  return style.transforms.reduce((styled, id) => restyled(styled, id, style), article)
}

function restyled(article: Article, id: ExportStyle['transforms'][number], style: ExportStyle): Article {
  const transform = transformOf(id)
  const placesIn = (text: string, kept: Stretch[] = []) =>
    changeOf(transform, { text, language: languageOfText(text, article.language), kept }, style).places
  const words = (text: string) => textWith(text, placesIn(text))
  const inlines = (content: Inline[]): Inline[] => {
    const text = content.map((node) => (node.type === 'text' ? node.text : '\n')).join('')
    const parts = placesIn(text, foreignStretches(content, article.language)).flatMap((place) => place.parts)
    return parts.length > 0 ? withParts(content, parts) : content
  }
  return {
    ...article,
    fields: mapFieldTexts(article.fields, words),
    body: mapStory(article.body, {
      inlines,
      cite: words,
      caption: words,
      embed: (embed) => [{ ...embed, attrs: { ...embed.attrs, title: words(embed.attrs.title) } }],
      picture: (picture) => ({
        ...picture,
        alt: words(picture.alt),
        caption: words(picture.caption),
        credit: words(picture.credit),
      }),
    }),
  }
}

const lengthOf = (node: Inline) => (node.type === 'text' ? node.text.length : 1)

/** Where somebody has marked words as another language's. */
function foreignStretches(content: readonly Inline[], language: LanguageCode): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (const node of content) {
    const to = from + lengthOf(node)
    const isForeign = node.marks?.some(
      (mark) => mark.type === 'bdi' && mark.attrs?.lang && mark.attrs.lang !== language,
    )
    if (isForeign) stretches.push({ from, to })
    from = to
  }
  return stretches
}

/** The nodes with their letters replaced: each part stands in the node in which it begins. */
function withParts(content: readonly Inline[], parts: readonly Replacement[]): Inline[] {
  const sorted = parts.toSorted((one, other) => one.from - other.from)
  let from = 0
  return content.flatMap((node): Inline[] => {
    const start = from
    from += lengthOf(node)
    if (node.type !== 'text') return [node]
    const own = sorted
      .filter((part) => part.from < from && part.to > start)
      .map((part) => ({
        from: Math.max(0, part.from - start),
        to: Math.min(node.text.length, part.to - start),
        text: part.from >= start ? part.text : '',
      }))
    const text = own.length > 0 ? textWith(node.text, [{ parts: own }]) : node.text
    return text === '' ? [] : [{ ...node, text }]
  })
}
