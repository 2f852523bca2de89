import { toErrorData } from '../../../core/api/errors.ts'
import type { ExportedInto } from '../../../core/api/bulk.ts'
import { runExport, type ExportReport } from '../../../core/bulk/export-run.ts'
import type { Signal } from '../../../core/bulk/run.ts'
import type { DeskClient } from '../../desk/client.ts'

/** What became of the articles, and the folder that they lie in; null where the browser has them in a zip. */
export type WindowExport = ExportReport<ExportedInto> & { place: string | null }

interface Wish {
  ids: readonly string[]
  format: string
  theme: string
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
  { ids, format, theme, begin }: Wish,
): Promise<WindowExport | null> {
  const opened = await desk.call('host.openExport', {})
  if (!opened) return null
  const { run } = opened
  const place = 'place' in opened ? opened.place : null
  const { signal, tell } = begin()
  if ('download' in opened) download(opened.download)
  const report = await runExport<ExportedInto>({
    ids,
    write: (id) => desk.call('host.exportInto', { run, id, format, theme }),
    signal,
    onProgress: (so, ...progress) => tell({ ...so, place }, ...progress),
  })
  try {
    await desk.call('host.closeExport', { run })
    return { ...report, place }
  } catch (thrown) {
    // What is in a zip without its end can hardly be read.
    return { ...report, place, stopped: report.stopped ?? { kind: 'failed', error: toErrorData(thrown) } }
  }
}

function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
