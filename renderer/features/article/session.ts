import {
  createAutosave,
  type Autosave,
  type AutosaveState,
  type Timers,
} from '../../../core/autosave/autosave.ts'
import { createJournaling, type Journaling } from '../../../core/autosave/journaling.ts'
import type { Draft, OpenArticle, ReadOnlyReason, Saved } from '../../../core/api/contract.ts'
import { DeskError, type DeskErrorCode } from '../../../core/api/errors.ts'
import type { StoryBody } from '../../../core/model/body.ts'
import { isSameText, patchOf, type ArticleText } from '../../../core/model/draft-patch.ts'
import type { ArticleFields, Status, StoredFieldId } from '../../../core/model/fields.ts'
import type { LanguageCode } from '../../../core/model/language-code.ts'
import type { DeskClient } from '../../desk/client.ts'
import type { DraftDetails, OpenDraft } from '../../desk/draft.ts'
import { windowName } from '../../desk/window-name.ts'

/** From so many top-level blocks on a save says only what changed: the whole of a long story takes 0.1 s of the keys. */
const manyBlocks = 100
/** Where changes alone do not help: they are of another file, or the file is away and the text must be kept beside it. */
const saidWholeAfter: ReadonlySet<string> = new Set<DeskErrorCode>([
  'stale-revision',
  'not-found',
  'unreadable',
  'bad-request',
])

/** What the badge says: a state of the disk, never of a hope. */
export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  /** `keptIn`: where the text lies meanwhile; null: in this window alone; absent where it is not known. */
  | { kind: 'failed'; error: DeskError; keptIn?: 'library' | 'elsewhere' | null }
  /** Changed elsewhere since it was opened: ours is kept beside it, and nothing is saved until a person chooses. */
  | { kind: 'conflict'; error: DeskError }

/**
 * One open article: its details, its unsaved changes and its revision. It belongs to this article alone: a save
 * carries the id and the revision it was made from, so it can never land in another.
 */
export class ArticleSession implements OpenDraft {
  static #opened = 0
  readonly id: string
  /** Another one each time an article is opened, the same article too. */
  readonly key = (ArticleSession.#opened += 1)
  readonly readOnly: ReadOnlyReason | null
  readonly openedBody: StoryBody
  /** The id of the article that it was translated from; null where it was not. */
  readonly sourceId: string | null
  /** When the last words were written that came back from a journal (ISO 8601); null where none did. */
  readonly recovered: string | null
  readonly #desk: DeskClient
  readonly #autosave: Autosave
  readonly #journaling: Journaling
  /** The text of the file at `#revision`. */
  #stored: ArticleText
  #keptIn: 'library' | 'elsewhere' | null = null
  /** The journal was last told of more than the file had. */
  #isJournaled: boolean
  #details: DraftDetails
  #revision: number
  #story: (() => StoryBody) | undefined
  #saveState: SaveState
  readonly #listeners = {
    details: new Set<() => void>(),
    edited: new Set<() => void>(),
    save: new Set<() => void>(),
  }

  constructor(desk: DeskClient, opened: OpenArticle) {
    const { id, revision, language, status, fields, body, updatedAt } = opened.article
    this.id = id
    this.readOnly = opened.readOnly
    this.openedBody = body
    this.sourceId = opened.article.translatedFrom?.id ?? null
    this.recovered = opened.recovered ?? null
    this.#desk = desk
    this.#revision = revision
    this.#details = { id, language, status, fields }
    this.#stored = opened.stored ?? { language, status, fields, body }
    this.#isJournaled = opened.recovered !== undefined
    this.#saveState = { kind: 'saved', at: updatedAt }
    this.#journaling = createJournaling({ write: () => this.#writeJournal(), timers })
    this.#autosave = createAutosave({
      save: () => this.#save(),
      timers,
      // A stale revision stays stale: a person chooses.
      mayHeal: (error) => !(error instanceof DeskError && error.code === 'stale-revision'),
      onState: (state) => this.#onAutosave(state),
    })
    // The file does not have them yet.
    if (opened.recovered) this.storyEdited()
  }

  /** Nothing has been written in it yet. */
  get isNew(): boolean {
    return this.#revision <= 1 && this.#details.fields.headline === '' && !this.isReadOnly
  }

  get isReadOnly(): boolean {
    return this.readOnly !== null
  }

  /** The editor hands over where the story can be read; asked only when a save or a preview needs it. */
  readStoryFrom(story: () => StoryBody): void {
    this.#story = story
  }

  details = (): DraftDetails => this.#details
  saveState = (): SaveState => this.#saveState
  subscribe = (listener: () => void) => listen(this.#listeners.details, listener)
  onEdited = (listener: () => void) => listen(this.#listeners.edited, listener)
  onSaveState = (listener: () => void) => listen(this.#listeners.save, listener)

  draft(): Draft {
    return { ...this.#details, body: this.#story?.() ?? this.openedBody }
  }

  /** The story has changed; called on every key, so it only sets a timer. */
  storyEdited = (): void => {
    if (this.isReadOnly) return
    this.#journaling.edited()
    this.#autosave.edited()
    call(this.#listeners.edited)
  }

  setField<F extends StoredFieldId>(field: F, value: ArticleFields[F]): void {
    this.#change({ fields: { ...this.#details.fields, [field]: value } })
  }
  setLanguage(language: LanguageCode): void {
    this.#change({ language })
  }
  setStatus(status: Status): void {
    this.#change({ status })
  }

  async flush(): Promise<void> {
    if (this.isReadOnly) return
    this.#awaiting += 1
    await this.#autosave.flush().finally(() => (this.#awaiting -= 1))
  }
  /** How many wait for a save: then, too, when the page may be gone before a refusal of mere changes could be answered. */
  #awaiting = 0

  /** The revision that the disk has, as far as this window knows. */
  revision = (): number => this.#revision

  /** The desk has written that its source was looked at, and nothing else. */
  sourceNoted(revision: number): void {
    if (this.#revision + 1 === revision) this.#revision = revision
  }

  /** Whether the disk has a newer one while everything of ours is saved. */
  isOlderThan(revision: number): boolean {
    return this.#saveState.kind === 'saved' && revision > this.#revision
  }

  /** Stops the timers; what is unsaved must have been flushed before. */
  close(): void {
    this.#autosave.stop()
    this.#journaling.stop()
  }

  #change(part: Partial<DraftDetails>) {
    if (this.isReadOnly) return
    this.#details = { ...this.#details, ...part }
    call(this.#listeners.details)
    this.storyEdited()
  }

  /**
   * In a conflict, has the desk keep what was written since beside the article, to the last letter that was typed
   * meanwhile: it refuses the save, and that is how it keeps a text apart. Anywhere else there is nothing to keep.
   * @throws DeskError where the desk does not answer
   */
  async keepApart(): Promise<void> {
    if (this.#saveState.kind !== 'conflict') return
    let kept: Draft | undefined
    for (let mine = this.draft(); !kept || !isSameText(kept, mine); mine = this.draft()) {
      kept = mine
      try {
        await this.#send(mine)
      } catch (thrown) {
        if (!(thrown instanceof DeskError && thrown.code === 'stale-revision')) throw thrown
      }
    }
  }

  async #save(): Promise<void> {
    if (this.#saveState.kind === 'conflict') throw this.#saveState.error
    // What got no answer may have reached the disk: asked again word for word, the desk can tell, and nothing of
    // ours is taken for somebody else's.
    if (this.#unanswered) await this.#send(this.#unanswered)
    await this.#send(this.draft())
  }

  /** What was written since the file is said against it, and against the one that a save under way will make. */
  async #writeJournal(): Promise<void> {
    const text = this.draft()
    const revision = this.#revision
    const bases = [
      { revision, base: this.#stored },
      // A save under way, or one whose answer was lost: it may stand in the file.
      { revision: revision + 1, base: this.#unanswered },
    ]
    const on = bases.flatMap(({ revision, base }) =>
      base ? [{ revision, patch: patchOf(base, text) ?? {} }] : [],
    )
    // Words taken back are news to a journal that has them.
    const isNews = on.some(({ patch }) => Object.keys(patch).length > 0)
    if (!isNews && !this.#isJournaled) return
    this.#isJournaled = true
    let keptIn: 'library' | 'elsewhere' | null = null
    try {
      ;({ keptIn } = await this.#desk.call('article.journal', { id: this.id, on, window: windowName() }))
      this.#isJournaled = isNews
    } finally {
      this.#keptIn = keptIn
      if (this.#saveState.kind === 'failed' && this.#saveState.keptIn !== keptIn)
        this.#show({ ...this.#saveState, keptIn })
    }
  }

  #sendWhole = (draft: Draft): Promise<Saved> =>
    this.#desk.call('article.save', { ...draft, revision: this.#revision, window: windowName() })

  /** Null where the whole text has to be said: to be kept apart, or because it is short or somebody waits for it. */
  async #sendChanges(draft: Draft): Promise<Saved | null> {
    const blocks = this.#stored.body.content.length
    if (blocks < manyBlocks || this.#awaiting > 0) return null
    const { id } = this
    const patch = patchOf(this.#stored, draft) ?? {}
    const asked = { id, revision: this.#revision, blocks, patch, window: windowName() }
    try {
      return await this.#desk.call('article.saveChanges', asked)
    } catch (thrown) {
      if (thrown instanceof DeskError && saidWholeAfter.has(thrown.code)) return null
      throw thrown
    }
  }

  async #send(draft: Draft): Promise<void> {
    // What got no answer may stand in the file: only the whole text can be told from it.
    const isAgain = this.#unanswered !== null
    this.#unanswered = draft
    try {
      const saved = (isAgain ? null : await this.#sendChanges(draft)) ?? (await this.#sendWhole(draft))
      this.#revision = saved.revision
      this.#savedAt = saved.updatedAt
      this.#stored = draft
    } catch (thrown) {
      if (!(thrown instanceof DeskError && thrown.code === 'unreachable')) this.#unanswered = null
      throw thrown
    }
    this.#unanswered = null
  }
  #unanswered: Draft | null = null
  #savedAt = ''

  #onAutosave(state: AutosaveState) {
    const next = this.#stateFor(state)
    const isSaving = next.kind === 'saving' && this.#saveState.kind === 'saving'
    if (isSaving || next === this.#saveState) return
    this.#show(next)
  }

  #show(state: SaveState) {
    this.#saveState = state
    call(this.#listeners.save)
  }

  #stateFor(state: AutosaveState): SaveState {
    switch (state.kind) {
      case 'saved':
        return { kind: 'saved', at: this.#savedAt || new Date().toISOString() }
      case 'dirty':
      case 'saving':
        // While saving fails, the badge keeps saying so until the disk has the text.
        return this.#saveState.kind === 'failed' || this.#saveState.kind === 'conflict'
          ? this.#saveState
          : { kind: 'saving' }
      case 'failed': {
        const error =
          state.error instanceof DeskError ? state.error : new DeskError('internal', String(state.error))
        if (error.code === 'stale-revision') return { kind: 'conflict', error }
        return { kind: 'failed', error, keptIn: this.#keptIn }
      }
    }
  }
}

const timers: Timers = {
  start: (work, afterMs) => setTimeout(work, afterMs),
  stop: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
  elapsed: () => performance.now(),
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function call(listeners: Set<() => void>): void {
  for (const listener of listeners) listener()
}
