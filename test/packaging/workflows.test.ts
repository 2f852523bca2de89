import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const checkout = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(checkout, path), 'utf8')
const { scripts, devDependencies } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>
  devDependencies: Record<string, string>
}

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
  env?: Record<string, string>
}
interface Job {
  permissions?: Record<string, string>
  strategy?: { matrix: { os: string[] } }
  'timeout-minutes'?: number
  steps: Step[]
}
interface Workflow {
  name: string
  permissions?: Record<string, string>
  jobs: Record<string, Job>
}

/** What a workflow may not do, in sentences. */
function workflowFaults(text: string): string[] {
  const workflow = parse(text) as Workflow
  const faults: string[] = []
  if (JSON.stringify(workflow.permissions) !== '{"contents":"read"}') faults.push('it may do more than read')
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const writes = Object.entries(job.permissions ?? {}).filter(([, level]) => level !== 'read')
    const isDraft = name === 'draft' && writes.every(([what]) => what === 'contents')
    if (writes.length > 0 && !isDraft) faults.push(`${name} may write`)
    if (job['timeout-minutes'] === undefined) faults.push(`${name} has no end`)
    faults.push(...job.steps.flatMap(stepFaults))
  }
  return faults
}

function stepFaults({ uses, run = '', with: options = {} }: Step): string[] {
  const faults: string[] = []
  if (uses !== undefined && !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(uses)) faults.push(`${uses} is not pinned`)
  if (uses?.startsWith('actions/checkout@') && options['persist-credentials'] !== false) {
    faults.push('the checkout keeps its token')
  }
  if (
    uses?.startsWith('actions/setup-node@') &&
    `${String(options['node-version'])}.` !== major(devDependencies['node'])
  ) {
    faults.push(`it runs on another Node than ours`)
  }
  for (const [, word = '', script = ''] of run.matchAll(/\bnpm (\S+)(?: (\S+))?/g)) {
    if (word === 'run' && !(script in scripts)) faults.push(`there is no script ${script}`)
    if (!['ci', 'run'].includes(word)) faults.push(`it calls npm ${word}`)
  }
  for (const [, program = ''] of run.matchAll(/\bnpx (?:--no )?(\S+)/g)) {
    if (!existsSync(join(checkout, 'node_modules/.bin', program)))
      faults.push(`there is no program ${program}`)
  }
  // What somebody else wrote (a title, a branch) would run as part of the command.
  if (run.includes('${{')) faults.push('an expression stands in a command')
  return faults
}
const major = (version = '') => version.slice(0, version.indexOf('.') + 1)

const names = readdirSync(join(checkout, '.github/workflows'))
describe('the workflows', () => {
  test('are for the check, for end to end and for a release, each on the three systems', () => {
    expect(names.sort()).toEqual(['check.yml', 'end-to-end.yml', 'release.yml'])
    for (const name of names) {
      const { jobs } = parse(read(`.github/workflows/${name}`)) as Workflow
      const systems = Object.values(jobs).flatMap((job) => job.strategy?.matrix.os ?? [])
      expect(new Set(systems.map((os) => os.split('-')[0]))).toEqual(new Set(['ubuntu', 'windows', 'macos']))
    }
  })

  test.each(names)('%s calls what there is, pins what it uses and may do no more than it must', (name) => {
    expect(workflowFaults(read(`.github/workflows/${name}`))).toEqual([])
  })

  test('planted faults are found', () => {
    const planted = read('.github/workflows/release.yml')
      .replace(/actions\/checkout@[0-9a-f]{40}/, 'actions/checkout@v5')
      .replace('persist-credentials: false', 'persist-credentials: true')
      .replace('node-version: 24', 'node-version: 20')
      .replace('run: npm ci', 'run: npm install')
      .replace('npm run packaging', 'npm run packing')
      .replace('permissions:\n  contents: read', 'permissions: write-all')
      .replace('"$TAG" --draft', '"${{ github.ref_name }}" --draft')
      .replace('timeout-minutes: 60', '')
      .replace('      contents: write', '      packages: write')
    expect(workflowFaults(planted).sort()).toEqual([
      'actions/checkout@v5 is not pinned',
      'an expression stands in a command',
      'draft may write',
      'installers has no end',
      'it calls npm install',
      'it may do more than read',
      'it runs on another Node than ours',
      'the checkout keeps its token',
      'there is no script packing',
    ])
  })
})

test('docs/release.md names every secret that a workflow asks for', () => {
  const asked = names.flatMap((name) => [...read(`.github/workflows/${name}`).matchAll(/secrets\.(\w+)/g)])
  expect(asked.length).toBeGreaterThan(0)
  const documentation = read('docs/release.md')
  expect(
    asked.map(([, secret = '']) => secret).filter((secret) => !documentation.includes(`\`${secret}\``)),
  ).toEqual([])
})
