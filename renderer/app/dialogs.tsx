import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { commands } from '../../core/commands/table.ts'
import { targetUsed } from '../../core/model/export-target.ts'
import type { OpenPage } from '../features/article/page-commands.ts'
import type { ArticleSession } from '../features/article/session.ts'
import { OpenCopyDialog, SaveCopyDialog } from '../features/copies/copy-dialog.tsx'
import type { WindowChoice } from '../features/bulk/run-export.ts'
import { ExportDialog } from '../features/exporting/export-dialog.tsx'
import { KeysDialog } from '../features/keys/keys-dialog.tsx'
import { NamesDialog } from '../features/names/names-dialog.tsx'
import { findCommands } from '../features/palette/find-commands.ts'
import { LibraryDialog } from '../features/libraries/library-dialog.tsx'
import { Palette } from '../features/palette/palette.tsx'
import { PostsDialog } from '../features/posts/posts-dialog.tsx'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { TypesDialog } from '../features/story-types/types-dialog.tsx'
import { ThemeDialog } from '../features/theme-editor/theme-dialog.tsx'
import { TranslateDialog } from '../features/translating/translate-dialog.tsx'
import { TransformDialog } from '../features/transforms/transform-dialog.tsx'
import { TrashDialog } from '../features/trash/trash-dialog.tsx'
import { offered, useStoryTypes } from '../desk/story-types.ts'
import { inLanguage } from '../ui/in-language.tsx'
import type { Go } from '../ui/path-dialog.tsx'
import { useWords } from '../ui/words.tsx'
import { ExportMany, ImportManyDialog } from './bulk-dialogs.tsx'
import { isOffered } from './command-runner.ts'
import type { DeskWindow } from './desk-window.ts'
import type { LayoutProps } from './layout-props.ts'
import { movingSentence } from './moving-sentence.ts'
import { VersionDialogs } from './version-dialogs.tsx'

interface DialogsProps extends LayoutProps {
  /** What was typed while this was being read. */
  typed: string
  onClose: () => void
}

/** The dialog that is open, loaded when the first one is asked for. */
export const Dialogs = inLanguage(OpenDialog)

function OpenDialog({
  desk,
  state,
  layout,
  changeSettings,
  run,
  applies,
  onLayout,
  onTold,
  page,
  typed,
  onClose: close,
}: DialogsProps) {
  const { session, settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const sendOne = (id: string, choice: WindowChoice) => {
    const { exportTargets } = settings
    if (choice.target) changeSettings({ exportTargets: targetUsed(exportTargets, choice.target) })
    return desk.files.send(id, choice)
  }
  switch (layout.dialog) {
    case 'export':
      return session ? (
        <ExportDialog
          draft={session}
          formats={state.formats}
          themes={state.themes}
          theme={settings.houseTheme}
          targets={settings.exportTargets}
          host={state.host}
          onTargets={(exportTargets) => changeSettings({ exportTargets })}
          onSend={(choice) => sendOne(session.id, choice)}
          onClose={close}
          onSaved={() => undefined}
        />
      ) : null
    case 'posts':
      return session ? <PostsDialog draft={session} host={state.host} onClose={close} /> : null
    case 'settings':
      return <Settings desk={desk} state={state} changeSettings={changeSettings} run={run} onClose={close} />
    case 'open-library':
    case 'new-library':
    case 'move-library':
      return <LibraryDialogs dialog={layout.dialog} library={desk.library} onClose={close} />
    case 'save-copy':
    case 'open-copy':
      return <CopyDialogs dialog={layout.dialog} library={desk.library} onClose={close} />
    case 'trash':
      return (
        <TrashDialog
          isReadOnly={state.readOnly}
          onClose={close}
          onRestored={() => void desk.shelf.refresh()}
        />
      )
    case 'names':
      return <NamesDialog state={state} storyLanguage={settings.storyLanguage} onClose={close} />
    case 'palette':
      return <CommandPalette {...{ desk, state, page, run, applies, typed }} onClose={close} />
    case 'keys':
      return <Keys typed={typed} onClose={close} />
    case 'transform':
      return page && <StoryTransform desk={desk} page={page} onTold={onTold} onClose={close} />
    case 'story-types':
      return <TypesDialog draft={session} host={state.host} isReadOnly={state.readOnly} onClose={close} />
    case 'themes':
      return (
        <ThemeDialog
          themes={state.themes}
          chosen={settings.houseTheme}
          draft={session}
          host={state.host}
          isReadOnly={state.readOnly}
          onClose={close}
        />
      )
    case 'translate':
      return session ? <TranslateInto session={session} {...{ desk, onLayout }} onClose={close} /> : null
    case 'versions':
    case 'before-recovery':
    case 'keep-version':
    case 'recovery':
      return (
        <VersionDialogs
          dialog={layout.dialog}
          desk={desk}
          onLayout={onLayout}
          onTold={onTold}
          onClose={close}
        />
      )
    case 'import-many':
      return <ImportManyDialog desk={desk} state={state} onClose={close} />
    case 'export-many':
      return <ExportMany desk={desk} state={state} changeSettings={changeSettings} onClose={close} />
    case null:
      return null
  }
}

function Settings({
  desk,
  state,
  changeSettings,
  run,
  onClose,
}: Pick<DialogsProps, 'desk' | 'state' | 'changeSettings' | 'run' | 'onClose'>) {
  const { settings } = useSyncExternalStore(desk.subscribe, desk.state)
  const { library } = desk
  const path = useSyncExternalStore(library.subscribe, library.path)
  const isCopying = useSyncExternalStore(library.subscribe, library.work) !== null
  return (
    <SettingsDialog
      settings={settings}
      themes={state.themes}
      library={path}
      host={state.host}
      onChange={changeSettings}
      onChooseLibrary={(place) => void library.choose(place)}
      onRevealLibrary={() => void library.reveal()}
      isCopying={isCopying}
      onSaveCopy={() => run('library.saveCopy')}
      onOpenCopy={() => run('library.openCopy')}
      onStoryTypes={() => run('types.open')}
      onThemes={() => run('themes.open')}
      onNames={() => run('names.open')}
      onClose={onClose}
    />
  )
}

interface CommandPaletteProps extends Pick<DialogsProps, 'desk' | 'state' | 'page' | 'run' | 'applies'> {
  typed: string
  onClose: () => void
}

function CommandPalette({ desk, state, page, run, applies, typed, onClose }: CommandPaletteProps) {
  const types = offered(useStoryTypes())
  return (
    <Palette
      commands={commands.filter(({ id }) => id !== 'palette.open' && applies(id) && isOffered(id, page))}
      typed={typed}
      types={state.readOnly ? [] : types}
      recent={desk.shelf.first(5)}
      onRun={(id, before) => {
        // First away: while it is there it holds the focus, and what the command does with the focus must come last.
        flushSync(onClose)
        focusAgain(before, page)
        run(id)
      }}
      onNew={(type) => {
        onClose()
        void desk.create(type)
      }}
      onOpen={(id) => {
        onClose()
        void desk.open(id)
      }}
      onClose={onClose}
    />
  )
}

interface TranslateIntoProps extends Pick<DialogsProps, 'desk' | 'onLayout'> {
  session: ArticleSession
  onClose: () => void
}

function TranslateInto({ session, desk, onLayout, onClose }: TranslateIntoProps) {
  return (
    <TranslateDialog
      id={session.id}
      language={session.details().language}
      onTranslate={(language) => {
        onClose()
        onLayout({ panel: 'source', isInspectorShown: true })
        void desk.translate(language)
      }}
      onOpen={(id) => {
        onClose()
        void desk.open(id)
      }}
      onClose={onClose}
    />
  )
}

/** Gives the focus back to what had it; to the story with the selection that it knows, which a browser forgets. */
function focusAgain(before: Element | null, page: OpenPage | null): void {
  if (before && before === page?.story.view.dom) page.focus()
  else if (before instanceof HTMLElement) before.focus()
}

function Keys({ typed, onClose }: Pick<DialogsProps, 'typed' | 'onClose'>) {
  const { t } = useWords()
  const find = (query: string) => findCommands(commands, query, t)
  return <KeysDialog commands={commands} find={find} typed={typed} onClose={onClose} />
}

interface StoryTransformProps extends Pick<LayoutProps, 'desk' | 'onTold'> {
  page: OpenPage
  onClose: () => void
}

function StoryTransform({ desk, page, onTold, onClose }: StoryTransformProps) {
  const { session, settings } = useSyncExternalStore(desk.subscribe, desk.state)
  return session ? (
    <TransformDialog
      draft={session}
      story={page.story}
      house={settings}
      onDone={({ count, back }) => onTold({ kind: 'transformed', count, back })}
      onClose={onClose}
    />
  ) : null
}

interface LibraryDialogsProps {
  dialog: 'open-library' | 'new-library' | 'move-library'
  library: DeskWindow['library']
  onClose: () => void
}

function LibraryDialogs({ dialog, library, onClose }: LibraryDialogsProps) {
  const { t } = useWords()
  const work = useSyncExternalStore(library.subscribe, library.work)
  const progress = useSyncExternalStore(library.subscribe, library.progress)
  const does: Record<typeof dialog, Go<string>> = {
    'open-library': (place, onFailed) => library.openTyped(place, onFailed),
    'new-library': (place, onFailed) => library.create(place, onFailed),
    'move-library': (place, onFailed) => library.move(place, onFailed),
  }
  return (
    <LibraryDialog
      kind={dialog}
      busy={work === null ? '' : work === 'moving' ? movingSentence(t, progress) : t('copy.opening')}
      onGo={does[dialog]}
      onStop={work === 'moving' ? () => void library.stopMoving() : undefined}
      onClose={onClose}
    />
  )
}

interface CopyDialogsProps {
  dialog: 'save-copy' | 'open-copy'
  library: DeskWindow['library']
  onClose: () => void
}

function CopyDialogs({ dialog, library, onClose }: CopyDialogsProps) {
  const isBusy = useSyncExternalStore(library.subscribe, library.work) !== null
  return dialog === 'save-copy' ? (
    <SaveCopyDialog
      isBusy={isBusy}
      onGo={({ place }, onFailed) => library.saveCopy(place, onFailed)}
      onClose={onClose}
    />
  ) : (
    <OpenCopyDialog
      isBusy={isBusy}
      onGo={(paths, onFailed) => library.openCopy(paths, onFailed)}
      onClose={onClose}
    />
  )
}
