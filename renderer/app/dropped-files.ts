import type { Offered } from '../features/bulk/gather.ts'
import { useEffect, useRef, useState, type DragEvent } from 'react'

const isPicture = (type: string) => type.startsWith('image/')
/** Files and folders among what is handed over, without pictures. Asked for at once: after its event it knows of no folder. */
const offeredIn = (items: Iterable<DataTransferItem>): Offered[] =>
  [...items]
    .filter(({ kind, type }) => kind === 'file' && !isPicture(type))
    .flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? [])

/**
 * Files and folders let go anywhere over the desk are imported; pictures are left to the story and the picture well. Nothing
 * dropped may take the window away from the desk, which is what a browser does with a file nobody wanted.
 */
export function useDroppedFiles(onFiles: (offered: Offered[]) => void, mayImport: boolean) {
  const [isOver, setOver] = useState(false)
  // Enter and leave are told for each element under the pointer: only the outermost leaving counts.
  const depth = useRef(0)
  const filesIn = ({ dataTransfer }: DragEvent) =>
    [...dataTransfer.items].filter(({ kind, type }) => kind === 'file' && !isPicture(type))
  useEffect(() => {
    // Dialogs and notes lie beside the desk in the document: what is let go there goes nowhere.
    const stay = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    window.addEventListener('dragover', stay)
    window.addEventListener('drop', stay)
    return () => {
      window.removeEventListener('dragover', stay)
      window.removeEventListener('drop', stay)
    }
  }, [])
  const leave = () => {
    depth.current = 0
    setOver(false)
  }
  return {
    isOver,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        depth.current += 1
        if (mayImport && filesIn(event).length > 0) setOver(true)
      },
      onDragLeave: () => {
        depth.current -= 1
        if (depth.current <= 0) leave()
      },
      onDragOver: (event: DragEvent) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault()
      },
      onDrop: (event: DragEvent) => {
        leave()
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        const offered = offeredIn(event.dataTransfer.items)
        if (mayImport && offered.length > 0) onFiles(offered)
      },
    },
  }
}

/** Files that were copied elsewhere and are pasted over the desk are imported; where words are written, a paste is the writer's. */
export function usePastedFiles(
  files: { import: (offered: Offered[]) => Promise<void> },
  mayImport: boolean,
): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const isWritten = event.target instanceof HTMLElement && event.target.closest(written) !== null
      if (!mayImport || isWritten || !event.clipboardData) return
      const offered = offeredIn(event.clipboardData.items)
      if (offered.length === 0) return
      event.preventDefault()
      void files.import(offered)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [files, mayImport])
}
const written = 'input, textarea, select, [contenteditable="true"], [role="dialog"]'
