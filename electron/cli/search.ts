import { command } from './command.ts'

/** `midad search`: articles that have the words, with an excerpt. */
export const search = command({
  name: 'search',
  words: 'QUERY',
  wordCount: [1, 100],
  summary: 'find articles by their words, whatever the spelling of a letter',
  about: `In the query: "words in quotes" stand next to each other, -word is left out, by: source: place: topic: look into
their fields, status:draft lang:ckb after:2026-03 before:2027 narrow it down. docs/search.md says what counts as the same
word. With --json "instead" is the query with the nearest words of the library, where nothing was found.`,
  options: { limit: { kind: 'count', value: 'N', summary: 'at most so many' } },
  async run({ words, options, withDesk }) {
    const query = words.join(' ')
    const found = await withDesk('read', (call) => call('article.search', { query, ...options }))
    const hits = found.hits.map(({ id, headline, excerpt, language }) => ({
      id,
      headline,
      excerpt,
      language,
    }))
    const { instead } = found
    const lines = hits.flatMap((hit) => [`${hit.id}\t${hit.headline}`, `\t${hit.excerpt}`])
    return {
      json: { hits, total: found.total, ms: found.ms, ...(instead === undefined ? {} : { instead }) },
      lines: [
        ...lines,
        `${hits.length} of ${found.total}`,
        ...(instead === undefined ? [] : [`did you mean: ${instead}`]),
      ],
    }
  },
})
