import { command } from './command.ts'

/** `midad search`: articles that have the words, with an excerpt. */
export const search = command({
  name: 'search',
  words: 'QUERY',
  wordCount: [1, 100],
  summary: 'find articles by their words, whatever the spelling of a letter',
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
