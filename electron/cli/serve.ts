import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HostInfo } from '../../core/api/contract.ts'
import { interfaceLanguages } from '../../core/i18n/languages.ts'
import { errorCode } from '../node/disk-errors.ts'
import { addressFile } from '../web/address.ts'
import { createBroadcast } from '../node/broadcast.ts'
import { ChangingDesk, type OpenLibrary } from '../node/changing-desk.ts'
import { createFlushRounds } from '../node/flush-rounds.ts'
import { startHost, type HostOptions, type RunningHost } from '../web/host.ts'
import { zipDownloads } from '../web/zip-downloads.ts'
import { createPageShelf } from '../node/page-shelf.ts'
import { command } from './command.ts'
import { HostFailure } from './failure.ts'
import { openLibrary } from '../node/open-library.ts'
import { noteLibrary } from '../node/recent-libraries.ts'
import { hasDisplay, openInBrowser } from './open-browser.ts'
import { webHostCalls } from './web-host-calls.ts'

/** The built page, which lies beside the folder of the built command. */
const rendererFolder = fileURLToPath(new URL('../renderer/', import.meta.url))

const webHost: HostInfo = { kind: 'web', choosesLibrary: 'typed', revealsLibrary: false, savesFiles: false }

/** `midad serve`: the loopback host. Its first line is `{"url"}`; it serves until SIGINT or SIGTERM, and then has saved. */
export const serve = command({
  name: 'serve',
  words: '',
  wordCount: [0, 0],
  summary: 'open Midad in the browser, and serve it until it is stopped',
  options: {
    port: { kind: 'count', value: 'N', summary: 'the port of 127.0.0.1 (0 or none: the last one, or any)' },
    'no-open': { kind: 'flag', summary: 'only print the address' },
    language: {
      kind: 'choice',
      value: 'CODE',
      choices: interfaceLanguages.map(({ code }) => code),
      summary: 'the language of the interface',
    },
    'plain-host': { kind: 'flag', summary: 'answer as 127.0.0.1, for browsers that know no *.localhost' },
  },
  async run({ options, library, mayCreate, print }) {
    const stopped = askedToStop()
    const broadcast = createBroadcast()
    const pages = createPageShelf()
    const open: OpenLibrary = (place, wish) =>
      openLibrary({
        library: place,
        ...wish,
        tell: (event) => broadcast.tell(event),
        pages,
        host: webHost,
      })
    const first = await open(library, { create: mayCreate, requireWrite: false })
    const changing = new ChangingDesk(first, open)
    try {
      const { readOnly, path } = changing.library
      await noteLibrary(path).catch(() => undefined)
      const file = addressFile(library)
      const rounds = createFlushRounds((event) => broadcast.tell(event))
      const libraries = webHostCalls({ changing, open, rounds, broadcast, host: () => host })
      const downloads = zipDownloads(changing.writeFile)
      const host: RunningHost = await startHere({
        desk: {
          ...changing.desk,
          ...downloads.calls,
          ...libraries.calls,
        },
        broadcast,
        pages,
        downloads,
        rendererFolder,
        port: options.port,
        language: options.language,
        plainHost: options['plain-host'],
        // A library that another host holds keeps the address of that host.
        addressFile: readOnly ? undefined : file,
      })
      print(JSON.stringify({ url: host.url }))
      const isShown = !options['no-open'] && hasDisplay()
      const putAway = isShown ? await openInBrowser(host.url, readOnly ? tmpdir() : dirname(file)) : undefined
      await stopped
      await libraries.settled()
      await host.close()
      await putAway?.()
    } finally {
      await changing.close()
    }
    return undefined
  },
})

async function startHere(options: HostOptions): Promise<RunningHost> {
  try {
    return await startHost(options)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'ERR_SOCKET_BAD_PORT') {
      throw new HostFailure('port-taken', `port ${options.port} cannot be had on this computer`)
    }
    if (code === 'ENOENT') throw new HostFailure('not-built', 'the page is not built yet: npm run build')
    throw error
  }
}

// A terminal sends SIGINT to us and to whoever started us, who sends it on: the second one changes nothing.
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve())
    process.on('SIGTERM', () => resolve())
    // The terminal was closed.
    process.on('SIGHUP', () => resolve())
  })
}
