import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { configFolder, recallConfig } from '../node/user-config.ts'
import { readCommandLine } from './command-line.ts'
import { failToStart, startDesk, type Started } from './desk-host.ts'
import { filesAmong, filesHandedOver, OpenedFiles, type HandedOver } from './opened-files.ts'
import { claimScheme } from './protocol.ts'

// All of this must be said before Electron is ready.
app.enableSandbox()
claimScheme()
app.setName('Midad')
const { direction } = recallConfig()
if (direction) app.commandLine.appendSwitch('force-ui-direction', direction)
// Chromium's own files lie beside ours, and one Midad a person is one Midad a folder of settings.
const profile = join(configFolder(), 'window')
mkdirSync(profile, { recursive: true, mode: 0o700 })
app.setPath('userData', profile)

const commandLine = readCommandLine(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())
const handedOver: HandedOver = { files: commandLine.files }
if (app.requestSingleInstanceLock(handedOver)) beTheOne()
else app.quit()

function beTheOne(): void {
  const openedFiles = new OpenedFiles(commandLine.files)
  let started: Started | undefined
  app.on('second-instance', (_event, argv, folder, data) => {
    const files = filesHandedOver(data)
    openedFiles.add(files.length > 0 ? files : filesAmong(argv.slice(1), folder))
    started?.show()
  })
  app.on('activate', () => started?.show())
  const start = async (): Promise<void> => {
    await app.whenReady()
    started = await startDesk(commandLine, join(profile, 'place.json'), openedFiles)
    if (!started) app.quit()
  }
  start().catch(failToStart)
}
