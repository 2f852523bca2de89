import { BrowserWindow } from 'electron'
import { DeskError } from '../../core/api/errors.ts'
import type { PageShelf, Printer } from '../../core/desk/ports.ts'
import { inTurn } from '../node/in-turn.ts'
import { home } from './origin.ts'

const hungMs = 60_000

/** Prints in a window that nobody sees and that runs no script: the page lies on the shelf like one of the preview. */
export function pagePrinter(pages: PageShelf): Printer {
  return {
    print: inTurn(async (html) => {
      const window = new BrowserWindow({
        show: false,
        title: 'Midad',
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          javascript: false,
          webSecurity: true,
          spellcheck: false,
        },
      })
      try {
        return await inTime(printed(window, new URL(pages.put(html), home).href))
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        throw new DeskError('not-printed', `the page could not be printed: ${message}`)
      } finally {
        window.destroy()
      }
    }),
  }
}

async function printed(window: BrowserWindow, address: string): Promise<Uint8Array> {
  await window.loadURL(address)
  const bytes = await window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  return new Uint8Array(bytes)
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${hungMs} ms`)), hungMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
