import { languageCodes } from '../../core/model/language-code.ts'
import { command } from './command.ts'

/** `midad new`: an empty article. */
export const newArticle = command({
  name: 'new',
  words: '',
  wordCount: [0, 0],
  summary: 'start an article and print its id',
  options: {
    language: { kind: 'choice', value: 'CODE', choices: languageCodes, summary: 'the language of the story' },
    headline: { kind: 'text', value: 'TEXT', summary: 'its headline' },
  },
  async run({ options, withDesk }) {
    const { article } = await withDesk('create', (call) => call('article.create', options))
    return { json: { id: article.id }, lines: [article.id] }
  },
})
