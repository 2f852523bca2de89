import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { blockText } from '../../core/model/measure.ts'
import { deskInBrowser, partsOf, putCaret } from '../support/desk-in-browser.ts'
import { foundLibrary, type RunningDesk } from '../support/running-desk.ts'

const { runDesk, newPage } = deskInBrowser()
let desk: RunningDesk
let page: Page
let article: string
const complaints: string[] = []
const { button, headline, saved, story } = partsOf(() => page)
beforeAll(async () => {
  desk = await runDesk()
  await openPage()
  await page.goto(desk.at({ language: 'en' }))
  await button('New article').first().click()
  await headline().fill('Waters rise')
  await story().click()
  await page.keyboard.type('Words.')
  await saved()
  article = (await desk.articles())[0]?.id ?? ''
  await page.context().close()
})

async function openPage(): Promise<void> {
  page = await newPage({ viewport: { width: 1440, height: 900 } })
  complaints.length = 0
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
}
/** A frame that was drawn asks for its faces; those that come late are drawn in the next. */
const fontsAreThere = () =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await frame()
      await frame()
      if (document.fonts.status === 'loading') quiet = -1
      await document.fonts.ready
    }
  })
const onDisk = async () => {
  const [stored] = await desk.articles()
  return stored?.body.content.map(blockText).join('\n')
}

/** The article by its address, while what is drawn around it is still on its way; answers how to let it come. */
async function openUnfurnished(part = 'furniture'): Promise<() => void> {
  await openPage()
  let letThrough: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route(`**/${part}-*.js`, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(desk.at({ language: 'en', article }))
  await story().waitFor()
  expect(await page.getByRole('toolbar').count()).toBe(0)
  return letThrough
}

test('the story is written and saved before anything stands around it', async () => {
  const furnish = await openUnfurnished()
  await putCaret(story(), 'Control+End')
  await page.keyboard.type(' More.')
  await expect.poll(onDisk).toBe('Words. More.')
  furnish()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  // The caret has stayed where it was.
  await page.keyboard.type(' Still.')
  await expect.poll(onDisk).toBe('Words. More. Still.')
})

test('letters meant for the search are held for it and never fall into the story', async () => {
  const furnish = await openUnfurnished()
  const before = await story().textContent()
  await story().click()
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('waters')
  furnish()
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('waters')
  await page.keyboard.type(' rise')
  expect(await page.getByRole('searchbox').inputValue()).toBe('waters rise')
  expect(await story().textContent()).toBe(before)
})

test('Escape takes back a command that is still waiting', async () => {
  const furnish = await openUnfurnished()
  await story().click()
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.press('Escape')
  furnish()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  expect(await story().evaluate((root) => root === document.activeElement)).toBe(true)
})

test('nothing moves when the rest comes, and the console has nothing to complain of', async () => {
  const furnish = await openUnfurnished()
  const place = async () => story().boundingBox()
  await fontsAreThere()
  const before = await place()
  furnish()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  await page.locator('.library .row').first().waitFor()
  expect(await place()).toEqual(before)
  expect(complaints).toEqual([])
})

describe('before the desk is drawn at all', () => {
  const first = () => page.locator('.first-sheet')
  const openSheet = async () => {
    const draw = await openUnfurnished('desk')
    expect(await first().count()).toBe(1)
    return async () => {
      draw()
      await first().waitFor({ state: 'detached' })
    }
  }

  /** As another window would. */
  const askedElsewhere = (method: string) =>
    page.evaluate(
      async ({ name, id }) => {
        const secret = sessionStorage.getItem('midad-secret') ?? ''
        const headers = { 'content-type': 'application/json', 'x-midad-token': secret }
        const body = JSON.stringify({ id })
        const { ok } = await fetch(`/api/${name}`, { method: 'POST', headers, body })
        if (!ok) throw new Error(`${name} was refused`)
      },
      { name: method, id: article },
    )

  test('the story is written and saved, and goes on at its caret when the desk comes', async () => {
    const draw = await openSheet()
    await putCaret(story(), 'Control+Home')
    await page.keyboard.type('First ')
    await expect.poll(onDisk).toMatch(/^First /)
    const mounted = await story().elementHandle()
    await draw()
    await page.keyboard.type('and ')
    await expect.poll(onDisk).toMatch(/^First and /)
    // The same story, moved: nothing of its undoing is lost.
    expect(await mounted?.evaluate((root) => root.isConnected)).toBe(true)
    await page.keyboard.press('Control+z')
    await expect.poll(onDisk).not.toMatch(/^First and /)
  })

  test('the headline is written by the typing rules, and keeps its caret', async () => {
    const draw = await openSheet()
    await headline().click()
    await page.keyboard.press('Home')
    // By the typing rules, as later.
    await page.keyboard.type('Slow "')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('1" ')
    await page.keyboard.type("don't ")
    await draw()
    await page.keyboard.type('brown ')
    expect(await headline().inputValue()).toMatch(/^Slow "1" don’t brown /)
    await expect
      .poll(async () => (await desk.articles())[0]?.fields.headline)
      .toBe(await headline().inputValue())
    await headline().fill('Waters rise')
    await saved()
  })

  test('Enter goes from line to line and into the story', async () => {
    await openSheet()
    await headline().click()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await story().evaluate((root) => root === document.activeElement)).toBe(true)
  })

  test('a letter that is being composed is finished where it stands', async () => {
    const draw = await openSheet()
    const tools = await page.context().newCDPSession(page)
    await putCaret(story(), 'Control+End')
    await tools.send('Input.imeSetComposition', { text: 'かな', selectionStart: 2, selectionEnd: 2 })
    const drawing = draw()
    await page.locator('.page .bar').nth(1).waitFor({ state: 'attached' })
    expect(await first().count()).toBe(1)
    await tools.send('Input.insertText', { text: '仮名' })
    await drawing
    await expect.poll(onDisk).toMatch(/仮名$/)
    expect(await onDisk()).not.toContain('かな')
  })

  test('keys of commands wait for the desk, and letters for what they open', async () => {
    const draw = await openSheet()
    const before = await story().textContent()
    await story().click()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('sett')
    await draw()
    await expect.poll(() => page.getByRole('combobox', { name: 'Commands' }).inputValue()).toBe('sett')
    await page.keyboard.press('Escape')
    expect(await story().textContent()).toBe(before)
  })

  test('a desk that cannot be read at first comes when it can, and the story is kept', async () => {
    await openPage()
    let refused = 0
    await page.route('**/desk-*.js', (route) => {
      refused += 1
      return refused === 1 ? route.abort() : route.continue()
    })
    await page.goto(desk.at({ language: 'en', article }))
    await putCaret(story(), 'Control+End')
    await page.keyboard.type(' Kept.')
    await first().waitFor({ state: 'detached' })
    expect(refused).toBe(2)
    await expect.poll(onDisk).toMatch(/Kept\.$/)
  })

  test('an article that goes to the trash elsewhere takes its sheet with it', async () => {
    const draw = await openSheet()
    await askedElsewhere('article.trash')
    await draw()
    const create = page.getByRole('button', { name: 'New article' }).first()
    await create.click({ trial: true, timeout: 10_000 })
    await askedElsewhere('trash.restore')
  })

  test('nothing moves when the desk comes', async () => {
    const draw = await openSheet()
    const place = async () => story().boundingBox()
    await fontsAreThere()
    const before = await place()
    await draw()
    expect(await place()).toEqual(before)
    await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
    expect(await place()).toEqual(before)
    expect(complaints).toEqual([])
  })
})

test('the sheet of each sample stands where the desk will have it, to the pixel', async () => {
  const library = join(await mkdtemp(join(tmpdir(), 'midad-start-')), 'library')
  foundLibrary(library)
  const samples = await runDesk({ library })
  for (const { id } of await samples.articles()) {
    await openPage()
    let draw: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      draw = resolve
    })
    // Its styles too: what they say of a story must stand in those of the first sheet.
    await page.route(/\/desk-[^/]*\.(?:js|css)$/u, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(samples.at({ language: 'en', article: id }))
    await story().waitFor()
    await fontsAreThere()
    const places = () =>
      page
        .locator('.masthead > *, .story-text > *')
        .evaluateAll((parts) => parts.map((part) => [part.className, part.getBoundingClientRect().toJSON()]))
    const before = await places()
    draw()
    await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
    await fontsAreThere()
    expect(await places()).toEqual(before)
    await page.context().close()
  }
})
