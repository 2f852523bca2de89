import { Node } from '@tiptap/core'
import { named } from '../named.ts'
import type { EditorContext } from '../story-editor-types.ts'

type Words = Pick<EditorContext, 'words'>

/** Questions, each with its answer. */
export const questions = ({ words }: Words) =>
  Node.create({
    name: 'questions',
    group: 'feature',
    content: 'questionAnswer+',
    defining: true,
    isolating: true,
    parseHTML: () => [{ tag: 'dl.questions' }],
    renderHTML: ({ HTMLAttributes }) => [
      'dl',
      { ...HTMLAttributes, class: 'questions', ...named('group', words.questions) },
      0,
    ],
  })

export const QuestionAnswer = Node.create({
  name: 'questionAnswer',
  content: 'question answer',
  parseHTML: () => [{ tag: 'div.question-answer' }],
  renderHTML: () => ['div', { class: 'question-answer' }, 0],
})

export const question = ({ words }: Words) =>
  Node.create({
    name: 'question',
    content: 'inline*',
    defining: true,
    parseHTML: () => [{ tag: 'dt.question' }],
    renderHTML: () => [
      'dt',
      { class: 'question', 'data-placeholder': words.question, ...named('group', words.question) },
      0,
    ],
  })

export const answer = ({ words }: Words) =>
  Node.create({
    name: 'answer',
    content: 'block+',
    defining: true,
    isolating: true,
    parseHTML: () => [{ tag: 'dd.answer' }],
    renderHTML: () => ['dd', { class: 'answer', ...named('group', words.answer) }, 0],
  })
