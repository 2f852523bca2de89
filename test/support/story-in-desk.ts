import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { LanguageCode } from '../../core/model/language-code.ts'
import type { DeskInBrowser } from './desk-in-browser.ts'
import type { RunningDesk } from './running-desk.ts'
import { wordsOf, type Translate } from './view-steps.ts'

/** A new story in a desk that speaks its language, with the caret in it. */
export interface StoryInDesk {
  page: Page
  t: Translate
  story: Locator
  /** What stands in the top-level block with the caret. */
  here: () => Promise<string | null | undefined>
  /** Each top-level block as its tag and its words: `h2 words`. */
  blocks: () => Promise<string[]>
  hasFocus: () => Promise<boolean>
}

/** Opens it. The interface speaks English where the language of the story is none that it speaks. */
export async function storyInDesk(
  open: DeskInBrowser['open'],
  desk: RunningDesk,
  language: LanguageCode,
  options: BrowserContextOptions & { interfaceLanguage?: string } = {},
): Promise<StoryInDesk> {
  const { interfaceLanguage = language, ...rest } = options
  const t = wordsOf(interfaceLanguage)
  const page = await open(desk, { language: interfaceLanguage, ...rest })
  const story = page.getByRole('textbox', { name: t('article.story'), exact: true })
  await page.keyboard.press('Control+Alt+n')
  await story.waitFor()
  const details = page.getByRole('region', { name: t('details.name') })
  await details.getByLabel(t('field.language')).selectOption(language)
  await story.click()
  return {
    page,
    t,
    story,
    here: () =>
      page.evaluate(() => {
        const { anchorNode } = getSelection() as Selection
        const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement
        return element?.closest('.story-text > *')?.textContent
      }),
    blocks: () =>
      story.evaluate((root) =>
        [...root.children].map((block) => `${block.tagName.toLowerCase()} ${block.textContent}`.trim()),
      ),
    hasFocus: () => story.evaluate((root) => root.contains(document.activeElement)),
  }
}
