import type { HostInfo } from '../../core/api/contract.ts'
import type { ExportedFile } from '../../core/api/files.ts'
import type { DeskClient } from './client.ts'

/**
 * Gives a file to the reader of this page: where the host writes files its user says where, else the browser saves it
 * where their files go. False where its user thought better of it. @throws DeskError where the host cannot write it
 */
export async function handOver(file: ExportedFile, desk: DeskClient, host: HostInfo): Promise<boolean> {
  if (!host.savesFiles) {
    download(file)
    return true
  }
  const { place } = await desk.call('host.saveFile', { name: file.name, base64: file.base64 })
  return place !== null
}

const keptMs = 60_000

function download(file: ExportedFile): void {
  const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: file.mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(url), keptMs)
}
