import type { ExportedFile } from '../../core/api/contract.ts'

const keptMs = 60_000

/** Gives a file to the reader of this page: the browser saves it where the reader's files go. */
export function handOver(file: ExportedFile): void {
  const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: file.mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(url), keptMs)
}
