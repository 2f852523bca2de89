import { useSyncExternalStore, type MouseEvent } from 'react'
import type { ListKey } from './list-keys.ts'
import type { Shelf } from './shelf.ts'

interface ChoosingParts {
  shelf: Shelf
  /** The row that the keyboard is at. */
  active: number
  goTo: (index: number) => void
  onOpen: (id: string) => void
  onDelete: (ids: readonly string[]) => void
  onFailed: (error: unknown) => void
}

/** Opening one article, and choosing several: by pointer with Control, Command and Shift, by keys, by the boxes before the rows. */
export function useChoosing({ shelf, active, goTo, onOpen, onDelete, onFailed }: ChoosingParts) {
  const { selection } = shelf
  const picked = useSyncExternalStore(selection.subscribe, selection.state)
  const toggle = (index: number) => {
    const id = shelf.rowAt(index)?.id
    if (id !== undefined) selection.toggle(id)
  }
  const addUntil = (to: number) => {
    const { anchor } = selection
    const from = anchor === undefined ? active : (shelf.indexOf(anchor) ?? active)
    shelf.idsBetween(from, to).then((ids) => selection.add(ids, anchor ?? shelf.rowAt(from)?.id), onFailed)
  }
  return {
    pickAt: (index: number, isRange: boolean) => (isRange ? addUntil(index) : toggle(index)),
    press: (index: number, { shiftKey, ctrlKey, metaKey }: MouseEvent) => {
      const id = shelf.rowAt(index)?.id
      if (shiftKey) addUntil(index)
      else if (ctrlKey || metaKey || picked.isPicking) toggle(index)
      else if (id !== undefined) onOpen(id)
    },
    /** False where the key asks for nothing here. */
    obey: (key: ListKey): boolean => {
      const id = shelf.rowAt(active)?.id
      switch (key.kind) {
        case 'go':
          goTo(key.to)
          if (key.isRange) addUntil(key.to)
          return true
        case 'toggle':
          toggle(active)
          return true
        case 'all':
          shelf.idsBetween(0, shelf.count() - 1).then((ids) => selection.add(ids), onFailed)
          return true
        case 'none':
          if (picked.isPicking) selection.end()
          return picked.isPicking
        case 'delete':
          if (id !== undefined) onDelete(picked.ids.has(id) ? [...picked.ids] : [id])
          return true
      }
    },
  }
}
