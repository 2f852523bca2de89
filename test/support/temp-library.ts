import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DeskEvent } from '../../core/api/contract.ts'
import type { Article } from '../../core/model/article.ts'
import type { Block, StoryBody } from '../../core/model/body.ts'
import { emptyFields } from '../../core/model/fields.ts'
import { schemaVersion } from '../../core/model/migrate.ts'
import { openDesk, type OpenDesk, type OpenDeskOptions } from '../../electron/node/open-desk.ts'
import { plainThemes } from './memory-ports.ts'

/** A real folder that goes when the test is over; by default where this system has its temp files. */
export async function tempFolder(place = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(place, 'midad-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

export interface TestDesk extends OpenDesk {
  folder: string
  told: DeskEvent[]
}

/** The desk over a library in a temp folder, closed when the test is over. `folder` opens one that is there already. */
export async function tempDesk(
  options: Partial<OpenDeskOptions> & { folder?: string } = {},
): Promise<TestDesk> {
  const { folder = join(await tempFolder(), 'library'), ...rest } = options
  const told: DeskEvent[] = []
  const opened = await openDesk(
    plainDesk({ library: folder, tell: (event) => void told.push(event), ...rest }),
  )
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await opened.close()
    isOpen = false
  }
  onTestFinished(close)
  return { ...opened, close, folder, told }
}

/** What a desk is opened with where a test wants nothing else. */
export const plainDesk = (
  options: Partial<OpenDeskOptions> & Pick<OpenDeskOptions, 'library'>,
): OpenDeskOptions => ({
  create: true,
  version: '0.0.0',
  tell: () => undefined,
  pages: { put: () => '/page/1' },
  themes: plainThemes,
  fonts: { subset: async () => [] },
  keepIn: `${options.library}-elsewhere`,
  ...options,
})

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  ...(text ? { content: [{ type: 'text' as const, text }] } : {}),
})
export const story = (...texts: string[]): StoryBody => ({ type: 'doc', content: texts.map(paragraph) })

/** An article with a headline and a story of paragraphs. */
export function article(id: string, changes: Partial<Article> & { headline?: string } = {}): Article {
  const { headline = 'عنوان', ...rest } = changes
  return {
    schemaVersion,
    id,
    revision: 0,
    language: 'ar',
    status: 'draft',
    createdAt: '2026-11-23T09:00:00.000Z',
    updatedAt: '2026-11-23T09:00:00.000Z',
    fields: { ...emptyFields(), headline },
    body: story('نص الخبر'),
    ...rest,
  }
}
/** The n-th id, sortable. */
export const idOf = (n: number): string => `01HZZZZZZZZZZZZZZZZZZZ${String(n).padStart(4, '0')}`

/** Lays a file, with its folders. */
export async function lay(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, data)
}
/** The paths of every file under a folder, with `/`. */
export function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
}
/** Those files with their bytes as latin1 text. */
export async function filesUnder(folder: string): Promise<Record<string, string>> {
  return Object.fromEntries(
    pathsUnder(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  )
}
