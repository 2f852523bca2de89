import { join } from 'node:path'
import { writeJob, type ExportJob } from '../../core/desk/writing.ts'
import { formats } from '../../core/export/registry.ts'
import { readArticle } from '../../core/model/article.ts'
import { cleanArticle } from '../../core/model/clean-body.ts'
import { createExportThreads } from '../../electron/node/export-thread.ts'
import { createFontSource } from '../../electron/node/fonts.ts'
import { packer } from '../../electron/node/packer.ts'
import { shippedThemes } from '../../electron/node/themes.ts'

// THE place where the benches touch Midad's formats: when they change, this file follows.

/** A registered format: from the text of an article.json to the bytes of its file, without the disk. */
export interface FormatWork {
  id: string
  label: string
  here(stored: string): Promise<number>
  onThreads(stored: string): Promise<number>
}

/** Every registered format but that which a browser prints; `html` a second time without the fonts in it, which is what others call a page. */
export function formatWorks(cores: number): FormatWork[] {
  const fonts = createFontSource(join(import.meta.dirname, '../../node_modules/@fontsource-variable'))
  const threads = createExportThreads(cores, 0)
  const work = (id: string, format: string, label: string, hasFonts: boolean): FormatWork => {
    const assets = {
      picture: async () => undefined,
      font: async (...asked: Parameters<typeof fonts.subset>) => (hasFonts ? fonts.subset(...asked) : []),
    }
    return {
      id,
      label,
      here: async (stored) => (await writeJob(jobOf(stored, format), assets, packer)).bytes.length,
      onThreads: async (stored) => (await threads.write(jobOf(stored, format), assets)).bytes.length,
    }
  }
  return [
    work('html without fonts', 'html', 'HTML page, fonts of the system', false),
    // What is printed is the work of a browser.
    ...formats.filter(({ id }) => id !== 'pdf').map(({ id, label }) => work(id, id, label, true)),
  ]
}

function jobOf(stored: string, format: string): ExportJob {
  const read = readArticle(JSON.parse(stored))
  if (read.kind !== 'article') throw new Error('not an article')
  return { format, article: cleanArticle(read.article), theme: shippedThemes[0]!, now: 0 }
}
