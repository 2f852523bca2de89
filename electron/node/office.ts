import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DeskError } from '../../core/api/errors.ts'
import { limits } from '../../core/model/limits.ts'

/** The endings of what LibreOffice reads for us; nothing else is handed to it. */
const endings = /^(?:odt|ott|fodt|rtf|doc|dot|wps|docx|html|txt|pdf)$/

export interface OfficeOptions {
  /** The program; found in its usual places where none is given. */
  program?: string | undefined
  /** After so long it is ended, with all that it has started. */
  mostMs?: number
}
/** A first start makes a profile: on a slow machine that alone takes a quarter of a minute. */
const patienceMs = 90_000

/**
 * What installed LibreOffice makes of a file: another kind of file. It gets a profile and a home of its own that are gone
 * afterwards, runs no macro and loads nothing from elsewhere.
 * @throws DeskError 'office-missing' | 'unreadable'
 */
export async function convertedByOffice(
  bytes: Uint8Array,
  from: string,
  to: string,
  { program = officeProgram(), mostMs = patienceMs }: OfficeOptions = {},
): Promise<Uint8Array> {
  if (!endings.test(from) || !endings.test(to))
    throw new DeskError('unsupported-file', `no such ending: ${from}`)
  if (program === undefined) {
    throw new DeskError('office-missing', 'LibreOffice was not found', {
      looked: [...new Set(usualPlaces())].join(', '),
    })
  }
  const folder = await mkdtemp(join(tmpdir(), 'midad-office-'))
  try {
    const profile = join(folder, 'profile')
    const input = join(folder, `story.${from}`)
    const output = join(folder, 'out')
    await mkdir(join(profile, 'user'), { recursive: true })
    await mkdir(output)
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), careful)
    await writeFile(input, bytes)
    await run(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--nodefault',
        '--nolockcheck',
        '--nologo',
        '--convert-to',
        to === 'txt' ? 'txt:Text (encoded):UTF8' : to,
        '--outdir',
        output,
        input,
      ],
      folder,
      mostMs,
    )
    return await made(output)
  } finally {
    // What a killed program still holds may not go at once on Windows.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => undefined)
  }
}

async function made(output: string): Promise<Uint8Array> {
  const [name] = await readdir(output)
  if (name === undefined) throw new DeskError('unreadable', 'LibreOffice could not read the file')
  const path = join(output, name)
  const { size } = await stat(path)
  if (size > limits.archiveBytes) {
    throw new DeskError('too-large', 'what LibreOffice made of it is too large', {
      limit: 'archiveBytes',
      most: limits.archiveBytes,
    })
  }
  return readFile(path)
}

/** Resolves when the program has ended, however it did: what it made says whether it could read the file. */
function run(program: string, args: readonly string[], folder: string, mostMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      stdio: 'ignore',
      windowsHide: true,
      // A group of its own: the program is a script that starts others.
      detached: process.platform !== 'win32',
      env: { ...process.env, HOME: folder, TMPDIR: folder, SAL_USE_VCLPLUGIN: 'svp' },
    })
    const timer = setTimeout(() => {
      endAll(child)
      reject(new DeskError('unreadable', `LibreOffice did not come to an end within ${mostMs} ms`))
    }, mostMs)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(new DeskError('unreadable', `LibreOffice could not be started: ${error.message}`))
    })
    child.once('exit', () => {
      clearTimeout(timer)
      // Nothing that it started outlives it.
      endAll(child)
      resolve()
    })
  })
}

/** Ends a program and all that it has started. */
function endAll(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') {
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true })
    } else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** No macros, no addresses that a file names, no question whether to send a report. */
const careful = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="CrashReport" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="FirstStartWizardCompletedVersion" oor:op="fuse"><value>1</value></prop></item>
</oor:items>
`

/** Where the three systems keep it, the way of the shell last. */
export function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const inside = 'LibreOffice.app/Contents/MacOS/soffice'
    return [join('/Applications', inside), join(homedir(), 'Applications', inside)]
  }
  if (process.platform === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.ProgramW6432]
    const found = roots.filter((root) => root !== undefined)
    return [...new Set(found)].map((root) => join(root, 'LibreOffice', 'program', 'soffice.exe'))
  }
  const ways = (process.env.PATH ?? '').split(delimiter).filter((way) => way.startsWith('/'))
  return [
    '/usr/bin/soffice',
    '/usr/bin/libreoffice',
    '/usr/local/bin/soffice',
    '/usr/lib/libreoffice/program/soffice',
    '/usr/lib64/libreoffice/program/soffice',
    '/opt/libreoffice/program/soffice',
    '/snap/bin/libreoffice',
    '/var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice',
    ...ways.map((way) => join(way, 'soffice')),
  ]
}

/** LibreOffice as it is installed here; undefined where it is in none of its usual places. */
export const officeProgram = (places = usualPlaces()): string | undefined =>
  places.find((place) => existsSync(place))
