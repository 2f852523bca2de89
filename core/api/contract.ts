import { z } from 'zod'
import { articleFields, status, type ArticleFields } from '../model/fields.ts'
import { articleId, articleRow, type ArticleRow } from '../model/article.ts'
import { mediaName, storyBody } from '../model/body.ts'
import { languageCode } from '../model/language-code.ts'
import { limits } from '../model/limits.ts'
import type { Remembered } from '../model/remembered.ts'
import { draftPatch } from '../model/draft-patch-schema.ts'
import * as bulk from './bulk.ts'
import { deskErrorCodes } from './errors.ts'
import type { AddedPicture, DrawnPage, FormatInfo, ImportedFile, ThemeInfo } from './files.ts'
import { libraryEvents, libraryMethods } from './libraries.ts'
import {
  daysInput,
  idsInput,
  markInput,
  positionInput,
  rowFilter,
  rowsInput,
  type ListedDay,
  type ListedRows,
  type MarkedArticle,
  type RowPosition,
} from './listing.ts'
import { nameMethods, namesChange } from './names.ts'
import type { OpenArticle } from './open-article.ts'
import { returns } from './returns.ts'
import { startMethods } from './starts.ts'
import type { HouseDictionary, SpellingState } from './spelling.ts'
import { themeEvents, themeMethods } from './themes.ts'
import type { ComparedTexts, Recovered, TrashedArticle, VersionInfo } from './versions.ts'
import { settings, settingsChange, type Settings } from '../model/settings.ts'

const fields = articleFields as unknown as z.ZodType<ArticleFields>
const count = z.number().int().min(0)
/** Base64 of at most 24 MiB of bytes (the loopback host takes 32 MiB of JSON). */
const maxBytes = limits.fileBytes
const base64 = z.base64().max(Math.ceil(maxBytes / 3) * 4)
const fileName = z.string().min(1).max(255)
/** A version's file, `present` or `recovered` (versions.ts). */
const textName = z.string().regex(/^(?!\.{1,2}$)[^/\\\p{Cc}]{1,255}$/u)
/** Which window asks; the same after it was loaded anew. */
const windowName = z.string().max(60).optional()

const entries = z.array(z.string().min(1).max(200)).max(10_000)

export type { OpenArticle, ReadOnlyReason } from './open-article.ts'

/** The text as it stands in an editor: what a save or a preview is made from. */
export const draft = z.object({
  id: articleId,
  language: languageCode,
  status,
  fields,
  body: storyBody,
})
export type Draft = z.infer<typeof draft>

export interface Saved {
  revision: number
  updatedAt: string
  row: ArticleRow
}
export interface SearchHit {
  id: string
  headline: string
  /** Words around the hit in the original spelling; `marks` are UTF-16 offsets into it. */
  excerpt: string
  marks: [from: number, to: number][]
  language: ArticleRow['language']
  row: ArticleRow
}
/** Something the desk has to tell: a damaged file set aside, a library opened read-only. `code` has a sentence `notice.<code>`. */
export interface Notice {
  code:
    | 'file-set-aside'
    | 'index-rebuilt'
    | 'settings-reset'
    | 'library-read-only'
    | 'save-refused'
    | 'theme-skipped'
    | 'words-set-aside'
    | 'names-set-aside'
    | 'types-set-aside'
    | 'dictionary-set-aside'
    | 'article-rebuilt'
    | 'library-away'
    | 'library-back'
    | 'library-newer'
    | 'synced-folder'
    | 'synced-copy'
    | 'clock-back'
  details: Record<string, string | number>
}
/** The program around the desk, and what it can do that another cannot. */
export interface HostInfo {
  kind: 'electron' | 'web' | 'terminal'
  /** 'dialog': the host asks for a folder itself; 'typed': it takes a path in words; 'fixed': it keeps to its library. */
  choosesLibrary: 'dialog' | 'typed' | 'fixed'
  /** It can show the library's folder in the system's own file manager. */
  revealsLibrary: boolean
  /** It writes exported files where its user says; otherwise the page hands them to the browser. */
  savesFiles: boolean
}
export interface DeskState {
  library: string
  host: HostInfo
  version: string
  readOnly: boolean
  settings: Settings
  formats: FormatInfo[]
  themes: ThemeInfo[]
  notices: Notice[]
}

/** THE table: a line here is the whole wiring of a call, in Electron, in the browser and on the command line. */
export const methods = {
  'desk.state': { input: z.object({}), output: returns<DeskState>() },
  'settings.change': { input: settingsChange, output: returns<Settings>() },
  ...startMethods,
  'article.open': { input: z.object({ id: articleId, window: windowName }), output: returns<OpenArticle>() },
  'article.save': { input: draft.extend({ revision: count, window: windowName }), output: returns<Saved>() },
  /**
   * The same, said as what changed since the file of `revision`, whose story had `blocks` top-level blocks. Where it is not said
   * of that file nothing is kept apart: the whole text follows by `article.save`. @throws DeskError 'stale-revision'
   */
  'article.saveChanges': {
    input: z.object({ id: articleId, revision: count, blocks: count, patch: draftPatch, window: windowName }),
    output: returns<Saved>(),
  },
  /**
   * What was written since the last save, appended to the article's journal and synced; `on` says it against the revision
   * that is stored, and against the one that a save under way will make. Answers where it lies.
   */
  'article.journal': {
    input: z.object({
      id: articleId,
      on: z
        .array(z.object({ revision: count, patch: draftPatch }))
        .min(1)
        .max(2),
      window: windowName,
    }),
    output: returns<{ keptIn: 'library' | 'elsewhere' }>(),
  },
  'article.list': {
    input: z.object({ status: status.optional(), limit: count.optional() }),
    output: returns<{ articles: ArticleRow[]; total: number }>(),
  },
  /** A window of a list that may be long. */
  'article.rows': { input: rowsInput, output: returns<ListedRows>() },
  /** Where an article stands in a list. @throws DeskError 'not-found' */
  'article.position': { input: positionInput, output: returns<RowPosition>() },
  /** The articles between two positions of a list. */
  'article.ids': { input: idsInput, output: returns<{ ids: string[] }>() },
  'article.days': { input: daysInput, output: returns<{ days: ListedDay[] }>() },
  'article.mark': { input: markInput, output: returns<MarkedArticle>() },
  'article.search': {
    input: z.object({ query: z.string().max(500), limit: count.optional(), filter: rowFilter.optional() }),
    /** `instead`: where nothing was found, the query with the nearest words that the archive has. */
    output: returns<{ hits: SearchHit[]; total: number; ms: number; instead?: string | undefined }>(),
  },
  /** What other articles have in the remembered fields: those in this language first, then the most used, then the latest. */
  'article.suggestions': {
    input: z.object({ language: languageCode, except: articleId.optional() }),
    output: returns<Remembered>(),
  },
  ...nameMethods,
  ...themeMethods,
  'article.trash': { input: z.object({ id: articleId }), output: returns<TrashedArticle>() },
  /**
   * Those that can be read. Any other lies in the trash until it can be read again or has been there for thirty days;
   * `library.verify` names it with its path (damaged, unreadable).
   */
  'trash.list': { input: z.object({}), output: returns<{ articles: TrashedArticle[] }>() },
  'trash.restore': { input: z.object({ id: articleId }), output: returns<ArticleRow>() },
  /**
   * Deletes for good: these, or all that `trash.list` shows. What could not be deleted stays listed. `stayed` counts those that
   * nobody was shown, because they cannot be read now.
   */
  'trash.remove': {
    input: z.object({ ids: z.array(articleId).max(100_000).optional() }),
    output: returns<{ removed: number; stayed: number }>(),
  },
  /** Newest first, `limit` of them (100) from the one after `after` on; `total` counts all. */
  'versions.list': {
    input: z.object({ id: articleId, limit: count.optional(), after: textName.optional() }),
    output: returns<{ versions: VersionInfo[]; total: number }>(),
  },
  /** Keeps this text. Null where the newest version says the same already and no name was given. */
  'versions.keep': {
    input: draft.extend({
      reason: z.enum(['named', 'before-paste', 'before-import']),
      label: z.string().max(200).optional(),
    }),
    output: returns<VersionInfo | null>(),
  },
  'versions.compare': {
    input: z.object({ id: articleId, older: textName, newer: textName }),
    output: returns<ComparedTexts>(),
  },
  /** The text of a version becomes the present one; what it was is kept as version `before`. */
  'versions.restore': {
    input: z.object({ id: articleId, version: textName, revision: count }),
    output: returns<{ opened: OpenArticle; before: string }>(),
  },
  /** Texts in journals that no file has yet, after an end that was none of ours. */
  'recovery.list': { input: z.object({}), output: returns<{ recovered: Recovered[] }>() },
  /** The file holds; the recovered text is kept as a version. */
  'recovery.discard': { input: z.object({ id: articleId }), output: returns<null>() },
  'article.draw': {
    input: draft.extend({ theme: z.string().max(40).optional() }),
    output: returns<DrawnPage>(),
  },
  ...bulk.exportMethods,
  'article.reads': { input: bulk.readsInput, output: returns<{ reads: boolean }>() },
  'article.beside': { input: bulk.besideInput, output: returns<{ addresses: string[] }>() },
  'article.import': { input: bulk.importInput, output: returns<ImportedFile>() },
  'media.add': {
    input: z.object({ id: articleId, base64 }),
    output: returns<AddedPicture>(),
  },
  'media.read': {
    input: z.object({ id: articleId, media: mediaName }),
    output: returns<{ mime: string; base64: string }>(),
  },
  /** The house's words, and the dictionaries that it has brought itself. */
  'spelling.state': { input: z.object({}), output: returns<SpellingState>() },
  /** Adds and takes away entries of the list: `word`, or `wrong = right` (core/language/spelling/house-list.ts). */
  'spelling.change': {
    input: z.object({ language: languageCode, add: entries.optional(), remove: entries.optional() }),
    output: returns<SpellingState>(),
  },
  /** Takes all of another list that this one has not. @throws DeskError 'not-a-word-list' | 'too-large' */
  'spelling.merge': {
    input: z.object({ base64 }),
    output: returns<{ state: SpellingState; added: number; odd: number }>(),
  },
  /** Keeps a pair of Hunspell files for this language, in the place of an older one. @throws DeskError 'not-a-dictionary' */
  'spelling.putDictionary': {
    input: z.object({ language: languageCode, name: fileName, affixes: base64, words: base64 }),
    output: returns<SpellingState>(),
  },
  'spelling.dropDictionary': {
    input: z.object({ language: languageCode }),
    output: returns<SpellingState>(),
  },
  /** @throws DeskError 'not-found' | 'not-a-dictionary' (set aside then) */
  'spelling.readDictionary': {
    input: z.object({ language: languageCode }),
    output: returns<HouseDictionary>(),
  },
  /** The words that are not to be marked in this article, each `<language> <word>`; `add` puts one more. */
  'spelling.ignored': {
    input: z.object({
      id: articleId,
      add: z.object({ language: languageCode, word: z.string().min(1).max(120) }).optional(),
    }),
    output: returns<{ words: string[] }>(),
  },
  'library.verify': {
    input: z.object({ repair: z.boolean().optional() }),
    output: returns<{
      ok: boolean
      articles: number
      problems: { code: string; path: string; message: string }[]
    }>(),
  },
} as const

/**
 * What a host does itself, beside the desk: dialogs, folders, links. The same schemas and the same single door; a host
 * that cannot do one of them (`HostInfo`) answers 'unsupported-here'.
 */
export const hostMethods = {
  ...libraryMethods,
  'host.revealLibrary': { input: z.object({}), output: returns<{ isRevealed: boolean }>() },
  /** Asks where, and writes the file whole; null where its user thought better of it. */
  'host.saveFile': {
    input: z.object({ name: fileName, base64 }),
    output: returns<{ place: string | null }>(),
  },
  /** Asks for a folder for many files, or opens a zip of them (`OpenedExport`); null where its user thought better of it. */
  'host.openExport': { input: bulk.openExportInput, output: returns<bulk.OpenedExport | null>() },
  /** Writes a stored article into it, over no file that was there. @throws DeskError 'export-ended' | 'disk-full' | … */
  'host.exportInto': { input: bulk.exportIntoInput, output: returns<bulk.ExportedInto>() },
  /** What was written is whole then. */
  'host.exportFolders': { input: z.object({}), output: returns<{ folders: bulk.ExportFolder[] }>() },
  'host.closeExport': { input: bulk.closeExportInput, output: returns<null>() },
  /** Opens an address of the web, of mail or of a phone outside, after its user has seen where it leads. */
  'host.openLink': {
    input: z.object({ url: z.string().max(4096) }),
    output: returns<{ isOpened: boolean }>(),
  },
  /** Saves a copy of the whole library as one file; `place` only where `choosesLibrary` is 'typed'. Null: thought better of. */
  'host.saveCopy': {
    input: z.object({ place: z.string().min(1).max(4096).optional() }),
    output: returns<{ place: string | null; articles: number; bytes: number }>(),
  },
  /** Unpacks such a copy into a new folder and opens that as the library; paths only where `choosesLibrary` is 'typed'. */
  'host.openCopy': {
    input: z.object({
      copy: z.string().min(1).max(4096).optional(),
      place: z.string().min(1).max(4096).optional(),
    }),
    output: returns<{ library: string | null }>(),
  },
  /**
   * A picture in a file that the clipboard's own markup names at this moment (Word's `file:///…/clip_image001.png`), and no
   * other file; null where it is none. Asked only while something is pasted.
   */
  'host.readPastedPicture': {
    input: z.object({ address: z.string().startsWith('file:').max(4096) }),
    output: returns<{ picture: { mime: string; base64: string } | null }>(),
  },
  /** A window's answer to `window.flush` of that round; `problem`: why its text is not on the disk, null where it is. */
  'host.flushed': {
    input: z.object({ round: count, problem: z.enum(deskErrorCodes).nullable() }),
    output: returns<null>(),
  },
} as const

/** All that can be asked through the door. */
export const allMethods = { ...methods, ...hostMethods }
type Methods = typeof allMethods
export type DeskMethodName = keyof typeof methods
export type HostMethodName = keyof typeof hostMethods
export type MethodName = keyof Methods
export type Input<M extends MethodName> = z.input<Methods[M]['input']>
export type Parsed<M extends MethodName> = z.output<Methods[M]['input']>
export type Output<M extends MethodName> = Methods[M]['output']['value']
/** What the desk implements: the compiler asks for each. Any failure is a thrown DeskError. */
export type DeskApi = { [M in DeskMethodName]: (input: Parsed<M>) => Promise<Output<M>> }
/** What a host implements. Any failure is a thrown DeskError. */
export type HostApi = { [M in HostMethodName]: (input: Parsed<M>) => Promise<Output<M>> }
export const methodNames = Object.keys(methods) as DeskMethodName[]
export const hostMethodNames = Object.keys(hostMethods) as HostMethodName[]

/** What the desk tells everybody who listens. */
export const events = {
  'article.changed': z.object({ row: articleRow, revision: count }),
  'article.removed': z.object({ id: articleId }),
  /** Something came into the trash, left it, or went for good. */
  'trash.changed': z.object({}),
  'settings.changed': settings,
  'source.noted': z.object({ id: articleId, revision: count }),
  'types.changed': z.object({ house: z.array(z.string()) }),
  'spelling.changed': z.object({
    words: z.string(),
    dictionaries: z.array(
      z.object({ language: languageCode, name: z.string(), bytes: count, isWhole: z.boolean() }),
    ),
  }),
  'names.changed': namesChange,
  /** A command of the table, chosen in the native menu: for this window alone. */
  'window.command': z.object({ id: z.string().max(60) }),
  /** An article to show, for this window alone: a file that was opened from outside. */
  'window.open': z.object({ id: articleId }),
  /** The host waits until this window's text is on the disk, and for its `host.flushed`. */
  'window.flush': z.object({ round: count }),
  ...libraryEvents,
  ...themeEvents,
  notice: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }),
} as const
export type EventName = keyof typeof events
export type EventData<E extends EventName> = z.output<(typeof events)[E]>
export type DeskEvent = { [E in EventName]: { name: E; data: EventData<E> } }[EventName]
export const eventNames = Object.keys(events) as EventName[]
