import type { DeskState } from '../../core/api/contract.ts'
import type { CommandId } from '../../core/commands/table.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { EarlySheet } from '../features/article/article-page.tsx'
import type { OpenPage } from '../features/article/page-commands.ts'
import type { DeskWindow } from './desk-window.ts'
import type { LayoutState } from './layout-state.ts'
import type { Told } from './window-state.ts'

/** What the parts of the window are drawn from, and what they ask for. */
export interface LayoutProps {
  desk: DeskWindow
  state: DeskState
  /** The sheet that was written on before the desk was drawn. */
  early: EarlySheet | null
  layout: LayoutState
  onLayout: (part: Partial<LayoutState>) => void
  changeSettings: (part: Partial<Settings>) => void
  run: (command: CommandId) => void
  applies: (command: CommandId) => boolean
  /** The page that is open, once it can be written on. */
  page: OpenPage | null
  onPage: (page: OpenPage | null) => void
  told: Told | null
  onTold: (told: Told | null) => void
}

/** Where the story is being edited: its top-level block, and how far into it (0 to 1). */
export interface Place {
  block: number
  fraction: number
}
