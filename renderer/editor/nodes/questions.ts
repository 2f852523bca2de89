import { Node } from '@tiptap/core'
import type { EditorContext } from '../story-editor-types.ts'

/** Questions, each with its answer. */
export const Questions = Node.create({
  name: 'questions',
  group: 'feature',
  content: 'questionAnswer+',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'dl.questions' }],
  renderHTML: ({ HTMLAttributes }) => ['dl', { ...HTMLAttributes, class: 'questions' }, 0],
})

export const QuestionAnswer = Node.create({
  name: 'questionAnswer',
  content: 'question answer',
  parseHTML: () => [{ tag: 'div.question-answer' }],
  renderHTML: () => ['div', { class: 'question-answer' }, 0],
})

export const question = (context: Pick<EditorContext, 'words'>) =>
  Node.create({
    name: 'question',
    content: 'inline*',
    defining: true,
    parseHTML: () => [{ tag: 'dt.question' }],
    renderHTML: () => ['dt', { class: 'question', 'data-placeholder': context.words.question }, 0],
  })

export const Answer = Node.create({
  name: 'answer',
  content: 'block+',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'dd.answer' }],
  renderHTML: () => ['dd', { class: 'answer' }, 0],
})
