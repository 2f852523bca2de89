import { toErrorData } from '../../../core/api/errors.ts'
import type { ExportedInto } from '../../../core/api/bulk.ts'
import { runExport, type ExportReport, type RunFormat } from '../../../core/bulk/export-run.ts'
import type { Signal } from '../../../core/bulk/run.ts'
import type { ExportChoice } from '../../../core/model/export-target.ts'
import type { DeskClient } from '../../desk/client.ts'

/** What goes out, and whether it goes where a target's files went last. */
export interface WindowChoice extends Pick<ExportChoice, 'options' | 'isZip'> {
  formats: readonly RunFormat[]
  target?: string | undefined
}

/** What became of the articles, and the folder that they lie in; null where the browser has them in a zip. */
export type WindowExport = ExportReport<ExportedInto> & {
  place: string | null
  /** Of more than one format: files are counted, and told with their format. */
  isOfSeveral: boolean
  /** Nothing was written: it was only looked at. */
  isTried: boolean
}

interface Wish {
  ids: readonly string[]
  choice: WindowChoice
  /** Called once it is known where; only then anything is written. */
  begin: () => {
    signal: Signal
    tell: (report: WindowExport, done: number, total: number, name: string) => void
  }
}

/**
 * Writes stored articles where their user says; null where they thought better of it. Their bytes never come to the page: the host writes
 * them into a folder, or into a download.
 */
export async function exportMany(
  desk: DeskClient,
  { ids, choice, begin }: Wish,
): Promise<WindowExport | null> {
  const { isZip, target, options } = choice
  const opened = await desk.call('host.openExport', { isZip, target })
  if (!opened) return null
  const { run } = opened
  const place = 'place' in opened ? opened.place : null
  const about = { place, isOfSeveral: choice.formats.length > 1, isTried: false }
  const { signal, tell } = begin()
  if ('download' in opened) download(opened.download)
  const report = await runExport<ExportedInto>({
    ids,
    formats: choice.formats,
    write: ({ id, format, also }) =>
      desk.call('host.exportInto', { run, id, format, options: options[format], also: also && [...also] }),
    atOnce: filesAtOnce,
    signal,
    onProgress: (so, ...progress) => tell({ ...so, ...about }, ...progress),
  })
  try {
    await desk.call('host.closeExport', { run })
    return { ...report, ...about }
  } catch (thrown) {
    // What is in a zip without its end can hardly be read.
    return { ...report, ...about, stopped: report.stopped ?? { kind: 'failed', error: toErrorData(thrown) } }
  }
}

/** What each of them would be in each format, with what it would not carry; nothing is written. */
export async function tryMany(desk: DeskClient, { ids, choice, begin }: Wish): Promise<WindowExport> {
  const about = { place: null, isOfSeveral: choice.formats.length > 1, isTried: true }
  const { signal, tell } = begin()
  const report = await runExport<ExportedInto>({
    ids,
    formats: choice.formats,
    write: async ({ id, format, also }) => {
      const tried = await desk.call('article.tryExport', {
        id,
        format,
        options: choice.options[format],
        also: also && [...also],
      })
      // Nothing of it is written.
      return { ...tried, bytes: 0 }
    },
    atOnce: filesAtOnce,
    signal,
    onProgress: (so, ...progress) => tell({ ...so, ...about }, ...progress),
  })
  return { ...report, ...about }
}

/** The host writes them on threads; more would only stand before the saves of whoever writes. */
const filesAtOnce = 3

function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
