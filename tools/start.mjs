// `npm start`: installs and builds what is missing, then opens Midad. Plain JavaScript that Node 20.19 runs before
// anything is installed.
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { chooseHost, hasDisplay, hosts } from './choose-host.mjs'
import { electronFor } from './electron.mjs'
import { nodeEnvironment, nodeFlags } from './small-memory.mjs'
import { build, install, newestNode, runToEnd, whatIsWrongWithNode } from './steps.mjs'

const help = `npm start -- [options]: opens Midad

Options:
  --library DIR   the library's folder (else MIDAD_LIBRARY, else Midad in your Documents)
  --port N        the port of the web host
  --host HOST     ${hosts.join(' or ')}
  --no-open       only print the address
  --language CODE the language of the interface
  --plain-host    answer as 127.0.0.1, for browsers that know no *.localhost
  --help          show this and do nothing
`

function say(line) {
  process.stderr.write(`midad: ${line}\n`)
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        library: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        language: { type: 'string' },
        'no-open': { type: 'boolean' },
        'plain-host': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    say(error.message.split('\n')[0])
    process.exit(2)
  }
}

/** What `midad serve` is called with. */
function serveArguments(options, opensBrowser) {
  const named = ['library', 'port', 'language'].flatMap((name) =>
    options[name] === undefined ? [] : [`--${name}`, options[name]],
  )
  return [
    ...nodeFlags,
    'out/node/midad.js',
    'serve',
    ...named,
    ...(options['plain-host'] ? ['--plain-host'] : []),
    ...(opensBrowser ? [] : ['--no-open']),
  ]
}

/** Hands the host's lines on, and says its address in words after the one that has it. */
function echo(child) {
  createInterface({ input: child.stdout }).on('line', (line) => {
    process.stdout.write(`${line}\n`)
    const url = /^\{"url":"([^"]+)"\}$/.exec(line)?.[1]
    if (url) process.stdout.write(`Midad is open at ${url}\nCtrl+C stops it.\n`)
  })
}

/** Options that only the web host has: whoever gives one means that host. */
const webOptions = ['port', 'plain-host']
/** A window that cannot come up on this computer (no sandbox, no display server) ends within this time. */
const stillbornMs = 10_000

/** Runs Electron over this folder; 0 also where it failed only after it had come up. */
async function runWindow(program, { library, language }) {
  const named = Object.entries({ library, language }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  )
  const startedAt = Date.now()
  const code = await runToEnd(program, ['.', ...named], {
    // Set by some editors for their own terminals; it makes a bare Node of Electron.
    env: { ELECTRON_RUN_AS_NODE: undefined },
    onStart: followParent,
  })
  return code !== 0 && Date.now() - startedAt < stillbornMs ? code : 0
}

const askParentMs = 500

/**
 * Stops the host when whoever started us has gone. npm sends SIGTERM to a shell that ends without a word to us, and a
 * host left behind would hold the library.
 */
function followParent(child) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, askParentMs)
  child.on('close', () => clearInterval(watch))
}

async function start() {
  const options = readOptions()
  if (options.help) {
    process.stdout.write(help)
    return 0
  }
  const wrongNode = whatIsWrongWithNode()
  if (wrongNode) {
    say(wrongNode)
    return 1
  }
  const wish = {
    host: options.host,
    isOpenWished: !options['no-open'],
    hasDisplay: hasDisplay(),
    webOption: webOptions.find((name) => options[name] !== undefined),
  }
  const { wrong } = chooseHost(wish)
  if (wrong) {
    say(wrong)
    return 2
  }
  const notReady = (await install()) || (await build())
  if (notReady) return notReady
  // Only now: the program of Electron comes with what is installed.
  const electron = chooseHost(wish).asksForElectron ? await electronFor(options.host, say) : {}
  const choice = chooseHost({ ...wish, electron })
  if (choice.wrong) {
    say(choice.wrong)
    return 1
  }
  say(choice.line)
  // Samples only in the default place: a library that somebody names is theirs from the start.
  if (options.library === undefined) await runToEnd(newestNode(), ['out/node/first-start.js'])
  if (choice.opensWindow) {
    const code = await runWindow(electron.program, options)
    if (code === 0 || options.host === 'electron') return code
    say('web host in the browser, because the Electron window ended as soon as it was started')
  }
  return runToEnd(newestNode(), serveArguments(options, choice.opensBrowser || choice.opensWindow), {
    env: nodeEnvironment,
    stdio: ['ignore', 'pipe', 'inherit'],
    onStart: (child) => {
      echo(child)
      followParent(child)
    },
  })
}

process.exitCode = await start()
