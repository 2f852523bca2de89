import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { storyBody } from '../../../core/model/body.ts'
import { editorPage } from '../../support/editor-page/open.ts'
import { p, story } from '../../support/story.ts'

// Served without any content security policy: whatever gets through here really runs.
const editor = editorPage({ withPolicy: false })
const ran = (): Promise<unknown[]> => editor.page.evaluate(() => window.page.ran.splice(0))

async function pasted(html: string): Promise<string> {
  await editor.open(story(p()))
  await editor.page.evaluate((html) => {
    window.page.select(1)
    window.page.paste({ 'text/html': html })
  }, html)
  return JSON.stringify(await editor.body())
}

test('the page would run what gets into it', async () => {
  await editor.page.evaluate(async () => {
    const box = document.createElement('div')
    box.innerHTML = '<img src="x:" onerror="page.ran.push(\'control\')">'
    document.body.append(box)
    await new Promise((resolve) => setTimeout(resolve, 100))
    box.remove()
  })
  expect(await ran()).toEqual(['control'])
})

const hostile = [
  '<img src="x:" onerror="page.ran.push(1)"><p>قال</p>',
  '<script>page.ran.push(2)</script><p>قال</p>',
  '<p onclick="page.ran.push(3)" onmouseover="page.ran.push(3)">قال</p>',
  '<p>قال</p><iframe src="javascript:parent.page.ran.push(4)"></iframe><iframe srcdoc="<script>parent.page.ran.push(4)</script>"></iframe>',
  '<p>قال</p><svg><style><img src="x:" onerror=page.ran.push(5)></style></svg><math><mi//xlink:href="data:x,<script>page.ran.push(5)</script>">',
  '<form><input name=nodeName><input name=attributes></form><p>قال</p>',
  '<p data-pm-slice=\'1 1 ["image",{"media":"javascript:1","src":"x"}]\'>قال</p>',
  '<p data-pm-slice=\'0 0 ["paragraph",{"dir":"evil"},"heading",{"level":99}]\'>قال</p>',
  '<li data-pm-slice=\'2 2 ["bulletList",{"dir":"evil"}]\'>قال</li>',
  '<figure data-media="../../etc/passwd"><img src="file:///etc/passwd"></figure><p>قال</p>',
  '<ol start="1 onx=1"><li>قال</li></ol>',
  '<table><tr><td colspan="999999999" rowspan="-3">قال</td><td>نعم</td></tr></table>',
  '<a href="java&#10;script:page.ran.push(6)">قال</a><a href=" data:text/html,<script>page.ran.push(6)</script>">نعم</a>',
  '<b><p><b><p><b>قال',
  `${'<div>'.repeat(2000)}قال${'</div>'.repeat(2000)}`,
]
test.each(hostile)('runs nothing, keeps the words and leaves a valid story: %#', async (html) => {
  const body = await pasted(html)
  expect(body).toContain('قال')
  expect(body).not.toMatch(/javascript|data:|evil|passwd|onx|99/)
  await editor.frame()
  expect(await ran()).toEqual([])
})

const suites = join(import.meta.dirname, '../../../../shared/suites/security')
const lists = ['xss-dompurify', 'xss-html5sec', 'xss-owasp-evasion', 'xss-sanitize-html']
/** Every string in a list of attacks, whatever its shape. */
function payloadsOf(found: unknown): string[] {
  if (typeof found === 'string') return found.includes('<') ? [found] : []
  return typeof found === 'object' && found ? Object.values(found).flatMap(payloadsOf) : []
}
describe.skipIf(!existsSync(suites))(
  'public lists of attacks (skipped where ../shared/suites is absent)',
  () => {
    test.each(lists)('%s: nothing runs, every story stays valid, no link or picture is bad', async (list) => {
      const payloads = payloadsOf(JSON.parse(readFileSync(join(suites, `${list}.json`), 'utf8')))
      expect(payloads.length).toBeGreaterThan(20)
      const { page } = editor
      const dialogs: string[] = []
      const onDialog = (dialog: { message(): string; dismiss(): Promise<void> }): void => {
        dialogs.push(dialog.message())
        void dialog.dismiss()
      }
      page.on('dialog', onDialog)
      await editor.open(story(p()))
      const bodies = await page.evaluate(
        (payloads) =>
          payloads.map((payload) => {
            const { view } = window.page.editor
            view.dispatch(view.state.tr.delete(0, view.state.doc.content.size))
            window.page.select(1)
            window.page.paste({ 'text/html': payload })
            return window.page.editor.body()
          }),
        payloads,
      )
      await page.waitForTimeout(300)
      page.off('dialog', onDialog)
      expect(dialogs).toEqual([])
      const invalid = payloads.filter((_payload, index) => !storyBody.safeParse(bodies[index]).success)
      expect(invalid).toEqual([])
      const addresses = JSON.stringify(bodies).match(/"href":"[^"]*"/g) ?? []
      expect(addresses.filter((address) => !/^"href":"(?:https?:|mailto:|tel:|#)/i.test(address))).toEqual([])
    })
  },
)
