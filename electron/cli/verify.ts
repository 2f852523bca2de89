import { command } from './command.ts'

/** `midad verify`: reads every file of the library and says what is wrong. */
export const verify = command({
  name: 'verify',
  words: '',
  wordCount: [0, 0],
  summary: 'check every file of the library',
  options: { repair: { kind: 'flag', summary: 'mend what can be mended with certainty' } },
  async run({ options: { repair }, withDesk }) {
    const { ok, articles, problems } = await withDesk(repair ? 'write' : 'read', (call) =>
      call('library.verify', { repair }),
    )
    const lines = problems.map(({ code, path, message }) => `${path}: ${message} (${code})`)
    return {
      json: { ok, articles, problems },
      lines: [...lines, `${articles} articles, ${problems.length} problems`],
      failure: ok ? undefined : `the library has ${problems.length} problems`,
    }
  },
})
