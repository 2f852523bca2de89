import type { DeskApi } from '../api/contract.ts'
import { DeskError } from '../api/errors.ts'
import type { SourceState } from '../api/starts.ts'
import { compareTexts } from '../compare/compare-texts.ts'
import { languageOf } from '../language/registry.ts'
import type { Article, ArticleRow, ReadArticle, TranslatedFrom } from '../model/article.ts'
import type { Block, StoryBody } from '../model/body.ts'
import { isSameText, type ArticleText } from '../model/draft-patch.ts'
import { emptyFields, isOnCalendar, type ArticleFields, type LeadImage } from '../model/fields.ts'
import type { LanguageCode } from '../model/language-code.ts'
import { mapStory } from '../model/map-story.ts'
import { copyPictures, newArticle, storeNew } from './new-article.ts'
import type { DeskRoom } from './room.ts'

type Translating = Pick<
  DeskApi,
  'article.translate' | 'article.source' | 'article.sisters' | 'article.noteSource'
>

/** Sister articles in other languages, and what has become of the text that each was made from. */
export function translationCalls(room: DeskRoom): Translating {
  return {
    'article.translate': async ({ id, language }) => {
      room.requireWritable()
      const translatedFrom = await room.alone(id, () => noted(room, id, language))
      const { article: source } = await room.read(id)
      const sister = newArticle(room, {
        language,
        fields: withoutWords(source.fields),
        body: picturesOf(source.body),
        translatedFrom,
      })
      await copyPictures(room, id, sister)
      return storeNew(room, sister)
    },
    'article.source': async ({ id, text: isAsked = false }) => {
      const { article } = await room.read(id)
      const { translatedFrom } = article
      if (!translatedFrom) throw new DeskError('not-found', `article ${id} is not a translation`)
      return sourceState(room, translatedFrom, isAsked)
    },
    'article.sisters': async ({ id }) => {
      const own = room.ports.rows.get(id)?.translatedFrom
      const isSister = (row: ArticleRow) =>
        row.id !== id &&
        (row.translatedFrom === id || (own && (row.id === own || row.translatedFrom === own)))
      return { articles: room.ports.rows.all().filter(isSister) }
    },
    'article.noteSource': ({ id, revision }) =>
      room.alone(id, async () => {
        const current = await room.readToChange(id)
        if (!current.translatedFrom) throw new DeskError('not-found', `article ${id} is not a translation`)
        const translatedFrom = await noted(room, current.translatedFrom.id, current.language)
        // Somebody has saved it since this person looked: that is still to be seen.
        if (translatedFrom.revision !== revision)
          throw new DeskError('stale-revision', 'the source has been saved again meanwhile', {
            current: translatedFrom.revision,
          })
        const article: Article = { ...current, translatedFrom, revision: current.revision + 1 }
        await room.ports.articles.put(article)
        room.noteSame(current, article)
        room.ports.tell({ name: 'source.noted', data: { id, revision: article.revision } })
        return { revision: article.revision }
      }),
  }
}

/** Keeps the source as it stands, for the day when somebody asks what has changed in it since. */
async function noted(room: DeskRoom, id: string, language: LanguageCode): Promise<TranslatedFrom> {
  const source = await room.read(id)
  const { article } = source
  // No translation is refused for want of a version.
  const version =
    source.kind === 'foreign'
      ? undefined
      : await room.ports.versions
          .keep(article, 'translated', languageOf(language).ownName)
          .catch(() => undefined)
  return { id, revision: article.revision, version: version ?? '' }
}

async function sourceState(
  room: DeskRoom,
  { id, revision, version }: TranslatedFrom,
  isAsked: boolean,
): Promise<SourceState> {
  const { read, isTrashed } = await sourceFile(room, id)
  if (!read || read.kind === 'unreadable') {
    const state = read ? 'unreadable' : 'missing'
    return { id, state, revision: -1, text: null, compared: null }
  }
  const { article: present } = read
  const looked = revision === present.revision ? present : await versionOf(room, id, version)
  const state = isTrashed ? 'trashed' : isOther(looked, present) ? 'changed' : 'same'
  const { language, status, fields } = present
  const compared = {
    ...compareTexts(looked ?? present, present),
    olderAt: (looked ?? present).updatedAt,
    newerAt: present.updatedAt,
  }
  const asked = isAsked ? { text: { language, status, fields }, compared } : { text: null, compared: null }
  return { id, state, revision: present.revision, ...asked }
}

async function sourceFile(
  room: DeskRoom,
  id: string,
): Promise<{ read: ReadArticle | undefined; isTrashed: boolean }> {
  const read = await room.ports.articles.get(id)
  if (read) return { read, isTrashed: false }
  const trashed = (await room.ports.articles.trashed()).find((each) => each.id === id)
  return { read: trashed?.read, isTrashed: trashed !== undefined }
}

async function versionOf(room: DeskRoom, id: string, name: string): Promise<Article | undefined> {
  const read = name === '' ? undefined : await room.ports.versions.read(id, name).catch(() => undefined)
  return read && read.kind !== 'unreadable' ? read.article : undefined
}

/** Whether its words are others. That it has been published since changes nothing for who translates it. */
const isOther = (looked: ArticleText | undefined, present: ArticleText): boolean =>
  !looked || !isSameText({ ...looked, status: present.status }, present)

/** What holds in every language: the type, the times, the subjects, the picture with whose it is. */
function withoutWords({
  storyType,
  urgency,
  date,
  embargoUntil,
  subjects,
  leadImage,
}: ArticleFields): ArticleFields {
  const picture = leadImage && wordless<LeadImage>(leadImage)
  // A day that there is not is left behind; an embargo holds for the words, whoever translates them.
  const real = date !== null && isOnCalendar(date) ? date : null
  return { ...emptyFields(), storyType, urgency, date: real, embargoUntil, subjects, leadImage: picture }
}

// Whose a picture is stays true in every script, and must not get lost.
const wordless = <Picture extends { alt: string; caption: string }>(picture: Picture): Picture => ({
  ...picture,
  alt: '',
  caption: '',
})

/** The pictures of a story in their order, under an empty paragraph to write in. */
function picturesOf(body: StoryBody): StoryBody {
  const isPicture = ({ type }: Block): boolean => type === 'image' || type === 'gallery'
  const pictures = { ...body, content: body.content.filter(isPicture) }
  const { content } = mapStory(pictures, { picture: wordless, caption: () => '' })
  return { type: 'doc', content: [{ type: 'paragraph' }, ...content] }
}
