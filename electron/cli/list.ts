import { statuses } from '../../core/model/fields.ts'
import { command } from './command.ts'

/** `midad list`: the rows of the library, newest first as the desk orders them. */
export const list = command({
  name: 'list',
  words: '',
  wordCount: [0, 0],
  summary: 'list the articles',
  options: {
    status: { kind: 'choice', value: 'STATUS', choices: statuses, summary: 'only those that are' },
    limit: { kind: 'count', value: 'N', summary: 'at most so many' },
  },
  async run({ options, withDesk }) {
    const { articles, total } = await withDesk('read', (call) => call('article.list', options))
    const rows = articles.map(({ id, headline, language, status, date, updatedAt, words }) => ({
      id,
      headline,
      language,
      status,
      date,
      updatedAt,
      words,
    }))
    const lines = rows.map((row) =>
      [row.id, row.status, row.language, row.date ?? '-', row.headline].join('\t'),
    )
    return { json: { articles: rows, total }, lines: [...lines, `${rows.length} of ${total}`] }
  },
})
