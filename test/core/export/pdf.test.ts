import { expect, test } from 'vitest'
import { html } from '../../../core/export/html.ts'
import { pdf } from '../../../core/export/pdf.ts'
import { cleanArticle } from '../../../core/model/clean-body.ts'
import { shippedThemes } from '../../../electron/node/themes.ts'
import { fullArticle, onePixel } from './story.ts'

const article = cleanArticle(fullArticle('ar'))

/** What was handed to the printer. */
async function printed(layout: string): Promise<string> {
  const theme = shippedThemes.find((each) => each.layout === layout)
  if (!theme) throw new Error(`no theme of the layout ${layout}`)
  let page = ''
  const print = async (bytes: Uint8Array) => {
    page = Buffer.from(bytes).toString()
    return new Uint8Array()
  }
  await pdf.write({ article, theme, now: 0, assets: { ...onePixel, print } })
  return page
}

test('the page of the house is printed, byte for byte as it is exported', async () => {
  const theme = shippedThemes.find((each) => each.layout === 'modern')
  if (!theme) throw new Error('no modern theme')
  const { bytes } = await html.write({ article, theme, now: 0, assets: onePixel })
  expect(await printed('modern')).toBe(Buffer.from(bytes).toString())
})

test.each(['fragment', 'email'])('a house whose theme is %s prints a page all the same', async (layout) => {
  const page = await printed(layout)
  expect(page).toMatch(/^<!DOCTYPE html>/)
  expect(page).toContain('<body id="top" class="classic">')
})
