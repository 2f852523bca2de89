import { command } from './command.ts'

/** `midad verify`: reads every file of the library and says what is wrong. */
export const verify = command({
  name: 'verify',
  words: '',
  wordCount: [0, 0],
  summary: 'check every file of the library',
  options: { repair: { kind: 'flag', summary: 'mend what can be mended with certainty' } },
  async run({ options: { repair }, withDesk }) {
    // Before anything opens it for writing: opening alone mends a damaged article.
    const looked = await withDesk('look', (call) => call('library.verify', {}))
    const mended = repair ? await withDesk('write', (call) => call('library.verify', { repair })) : undefined
    const { ok, articles } = mended ?? looked
    const problems = named([...looked.problems, ...(mended?.problems ?? [])])
    const lines = problems.map(({ code, path, message }) => `${path}: ${message} (${code})`)
    return {
      json: { ok, articles, problems },
      lines: [...lines, `${articles} articles, ${problems.length} problems`],
      failure: ok ? undefined : `the library has ${problems.length} problems`,
    }
  },
})

interface Named {
  code: string
  path: string
  message: string
}
/** Each once, though it was met while looking and while mending; the later has the last word. */
const named = (problems: readonly Named[]): Named[] => [
  ...new Map(problems.map((problem) => [`${problem.code} ${problem.path}`, problem])).values(),
]
