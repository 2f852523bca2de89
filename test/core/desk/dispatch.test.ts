import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { methodNames } from '../../../core/api/contract.ts'
import { createDesk } from '../../../core/desk/desk.ts'
import { dispatch } from '../../../core/desk/dispatch.ts'
import { memoryPorts } from '../../support/memory-ports.ts'

const open = () => createDesk(memoryPorts())

test('a call that is as agreed is answered', async () => {
  expect(await dispatch(open(), 'article.list', {})).toEqual({ ok: true, value: { articles: [], total: 0 } })
  expect(await dispatch(open(), 'article.list', undefined)).toMatchObject({ ok: true })
})

test.each([
  ['nonsense'],
  ['constructor'],
  ['__proto__'],
  ['toString'],
  [''],
  [7],
  [null],
  [undefined],
  [['article.list']],
])('the method %s is unknown', async (name) => {
  expect(await dispatch(open(), name, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
})

test.each<[string, unknown]>([
  ['article.open', {}],
  ['article.open', { id: '../../etc/passwd' }],
  ['article.open', null],
  ['article.open', []],
  ['article.list', { limit: -1 }],
  ['article.search', { query: 'x'.repeat(501) }],
  ['media.read', { id: '01HZZZZZZZZZZZZZZZZZZZ0001', media: '../article.json' }],
  ['media.add', { id: '01HZZZZZZZZZZZZZZZZZZZ0001', base64: 'not base64!' }],
])('%s with %j is a bad request', async (name, input) => {
  expect(await dispatch(open(), name, input)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
})

test('input nested deeper than any stack is a bad request too', async () => {
  let body: unknown = { type: 'paragraph' }
  for (let depth = 0; depth < 20_000; depth += 1) body = { type: 'blockquote', content: [body] }
  const input = { id: '01HZZZZZZZZZZZZZZZZZZZ0001', body: { type: 'doc', content: [body] } }
  expect(await dispatch(open(), 'article.draw', input)).toMatchObject({
    ok: false,
    error: { code: 'bad-request' },
  })
})

test('a failure without a name is internal, and tells no stack', async () => {
  const desk = { ...open(), 'article.list': () => Promise.reject(new RangeError('too far')) }
  expect(await dispatch(desk, 'article.list', {})).toEqual({
    ok: false,
    error: { code: 'internal', message: 'too far' },
  })
})

test('whatever is sent, the answer is data and nothing is polluted', async () => {
  const desk = open()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...methodNames),
      fc.anything({ withNullPrototype: true }),
      async (name, input) => {
        const answer = await dispatch(desk, name, input)
        expect(typeof answer.ok).toBe('boolean')
        expect(JSON.stringify(answer)).not.toMatch(/\n {4}at /)
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
      },
    ),
    { numRuns: 500 },
  )
})
