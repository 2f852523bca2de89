import { Node } from '@tiptap/core'
import { groupView } from '../named.ts'
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
    renderHTML: ({ HTMLAttributes }) => ['dl', { ...HTMLAttributes, class: 'questions' }, 0],
    addNodeView: groupView({ className: 'questions', name: words.questions }),
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
    renderHTML: () => ['dt', { class: 'question' }, 0],
    addNodeView: groupView({ className: 'question', name: words.question, placeholder: words.question }),
  })

export const answer = ({ words }: Words) =>
  Node.create({
    name: 'answer',
    content: 'block+',
    defining: true,
    isolating: true,
    parseHTML: () => [{ tag: 'dd.answer' }],
    renderHTML: () => ['dd', { class: 'answer' }, 0],
    addNodeView: groupView({ className: 'answer', name: words.answer }),
  })
