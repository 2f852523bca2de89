import { formats as known } from '../../core/export/registry.ts'
import { command } from './command.ts'

/** `midad formats`: what `midad export` can write. Needs no library. */
export const formats = command({
  name: 'formats',
  words: '',
  wordCount: [0, 0],
  summary: 'list the formats that can be exported',
  options: {},
  run() {
    const rows = known.map(({ id, label, extension, mime }) => ({ id, label, extension, mime }))
    const lines = rows.map((row) => [row.id, `.${row.extension}`, row.mime, row.label].join('\t'))
    return Promise.resolve({ json: { formats: rows }, lines })
  },
})
