import { boolean, commands, constant, constantFrom, nat, tuple, type AsyncCommand } from 'fast-check'
import { expect } from 'vitest'
import { refusal, windowNames, type Newsroom, type WindowName } from './newsroom.ts'
import type { PromiseModel } from './promise-model.ts'

type Step = AsyncCommand<PromiseModel, Newsroom>

/** A step that ends by looking whether every acknowledged word can still be found. */
function step(
  name: string,
  check: (model: PromiseModel) => boolean,
  run: (model: PromiseModel, real: Newsroom) => Promise<void>,
): Step {
  return {
    check,
    toString: () => name,
    run: async (model, real) => {
      await run(model, real)
      real.steps += 1
      const found = await real.findable()
      const lost = [...model.acknowledged].filter((word) => !found.has(word))
      expect(lost, `words that can be found nowhere after "${name}"`).toEqual([])
    },
  }
}

const isOpen = (model: PromiseModel, window: WindowName): boolean => model.windows.has(window)
const canSave = (model: PromiseModel, window: WindowName): boolean =>
  isOpen(model, window) && model.window(window).isDirty

async function openBoth(model: PromiseModel, real: Newsroom): Promise<void> {
  for (const window of windowNames) await openIn(model, real, window)
}

async function openIn(model: PromiseModel, real: Newsroom, window: WindowName): Promise<void> {
  const expected = model.open(window)
  expect((await real.open(window)).filter(Boolean), `what the ${window} window shows`).toEqual(expected)
}

const edit = (window: WindowName): Step =>
  step(
    `type in the ${window} window`,
    (model) => isOpen(model, window),
    async (model, real) => {
      type(model, real, window)
    },
  )

function type(model: PromiseModel, real: Newsroom, window: WindowName): void {
  const word = model.newWord()
  const typed = model.window(window)
  typed.words.push(word)
  typed.isDirty = true
  real.edit(window, word)
}

const journal = (window: WindowName): Step =>
  step(
    `journal the ${window} window`,
    // Two windows that both write on in an article that a third has put in the trash: not promised.
    (model) => canSave(model, window) && !(model.isTrashed && (model.live ?? window) !== window),
    async (model, real) => {
      await real.journal(window)
      const { words, file } = model.window(window)
      model.acknowledge(words)
      // What is written in an article that lies in the trash is laid beside it when it comes back.
      model.journal = { words: [...words], file: model.isTrashed ? -1 : file, window }
      model.live = window
    },
  )

const save = (window: WindowName): Step =>
  step(
    `save the ${window} window`,
    (model) => canSave(model, window),
    async (model, real) => {
      const mine = model.window(window)
      const code = await refusal(real.save(window))
      // Saved, or kept beside.
      model.acknowledge(mine.words)
      if (model.isTrashed) return expect(code).toBe('not-found')
      const isSame = String(mine.words) === String(model.file.words)
      if (mine.file === model.file.number) {
        expect(code).toBeUndefined()
        model.replaceFile(mine.words)
        model.live = undefined
        model.journal = undefined
      } else if (!isSame) {
        expect(code).toBe('stale-revision')
        return openIn(model, real, window)
      }
      // Two windows that recovered the same words: the second is told that they are saved.
      if (code === undefined) Object.assign(mine, { file: model.file.number, isDirty: false })
      else await openIn(model, real, window)
    },
  )

const crash: Step = step(
  'the process dies',
  () => true,
  async (model, real) => {
    await real.restart()
    model.forgetWindows()
    if (!model.isTrashed) await openBoth(model, real)
  },
)

const crashIn = (calls: number, window: WindowName, isJournaled: boolean): Step =>
  step(
    `the process dies ${calls} calls into a save of the ${window} window${isJournaled ? ' with a journal behind it' : ''}`,
    (model) => canSave(model, window) && !model.isTrashed,
    async (model, real) => {
      const before = model.window(window)
      const sent = [...before.words]
      real.dieAfter(calls)
      const saving = isDone(real.save(window))
      if (isJournaled) type(model, real, window)
      const journaled = isJournaled && (await isDone(real.journal(window)))
      if (journaled) model.acknowledge(before.words)
      if (await saving) model.acknowledge(sent)
      await real.restart()
      model.forgetWindows()
      await adopt(model, real)
    },
  )

// A dead process answers nobody, whatever its code would have said.
const isDone = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  )

/** What a death in the middle of a save has left may be the old text or the new one: the model takes it over. */
async function adopt(model: PromiseModel, real: Newsroom): Promise<void> {
  const words = (await real.open('first')).filter(Boolean)
  model.replaceFile(await real.fileWords())
  const isRecovered = String(words) !== String(model.file.words)
  model.journal = isRecovered ? { words, file: model.file.number, window: 'first' } : undefined
  await openBoth(model, real)
}

const outside = (isCounted: boolean): Step =>
  step(
    `another program changes the file${isCounted ? ' and counts it' : ''}`,
    (model) => !model.isTrashed,
    async (model, real) => {
      const word = model.newWord()
      await real.changeOutside(word, isCounted)
      model.replaceFile([...model.file.words, word])
      model.acknowledge(model.file.words)
    },
  )

const restore = (window: WindowName, which: number): Step =>
  step(
    `restore version ${which} in the ${window} window`,
    // Its page saves before it restores.
    (model) => isOpen(model, window) && !model.isTrashed && !model.window(window).isDirty,
    async (model, real) => {
      const versions = await real.versions()
      const version = versions[which % Math.max(1, versions.length)]
      if (version === undefined) return
      const isStale = model.window(window).file !== model.file.number
      let words: string[] = []
      const asked = real.restore(window, version).then((shown) => (words = shown.filter(Boolean)))
      expect(await refusal(asked)).toBe(isStale ? 'stale-revision' : undefined)
      if (isStale) return openIn(model, real, window)
      model.replaceFile(words)
      model.live = undefined
      model.journal = undefined
      Object.assign(model.window(window), { words, file: model.file.number, isDirty: false })
    },
  )

const trash: Step = step(
  'put it in the trash',
  (model) => !model.isTrashed,
  async (model, real) => {
    await real.trash()
    model.isTrashed = true
  },
)

const untrash: Step = step(
  'take it out of the trash',
  (model) => model.isTrashed,
  async (model, real) => {
    await real.restoreFromTrash()
    model.isTrashed = false
    await openBoth(model, real)
  },
)

const discard: Step = step(
  'discard what was recovered',
  (model) => !model.isTrashed,
  async (model, real) => {
    await real.discard()
    model.journal = undefined
    model.live = undefined
    await openBoth(model, real)
  },
)

const window = constantFrom<WindowName>(...windowNames)
/** All that can happen to an article, the usual things most often. */
export const anySteps = commands(
  [
    window.map(edit),
    window.map(edit),
    window.map(journal),
    window.map(journal),
    window.map(save),
    constant(crash),
    tuple(nat(12), window, boolean()).map((drawn) => crashIn(...drawn)),
    boolean().map(outside),
    tuple(window, nat(3)).map((drawn) => restore(...drawn)),
    constant(trash),
    constant(untrash),
    constant(discard),
  ],
  { size: '+1', maxCommands: 24 },
)
