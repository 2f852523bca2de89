import { command } from './command.ts'

/** `midad show`: one article as it is stored. */
export const show = command({
  name: 'show',
  words: 'ID',
  wordCount: [1, 1],
  summary: 'print an article as it is stored, in JSON',
  options: {},
  async run({ words: [id = ''], withDesk }) {
    const { article } = await withDesk('read', (call) => call('article.open', { id }))
    return { json: article, lines: [JSON.stringify(article, undefined, 2)] }
  },
})
