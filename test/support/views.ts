import type { Locator, Page } from 'playwright-core'
import { plantVersions } from './planted-versions.ts'
import {
  button,
  byPalette,
  byPaletteClick,
  compared,
  cropOfLead,
  dialog,
  escape,
  interrupted,
  leaveBlocks,
  leavePlanted,
  nothing,
  openBlocks,
  openBlocksByKeys,
  openFirst,
  press,
  story,
  type Translate,
} from './view-steps.ts'

/** One view of the desk: how a person comes to it, by mouse and by keyboard alone, and how it is left. */
export interface View {
  name: string
  byMouse: (page: Page, t: Translate) => Promise<void>
  byKeys: (page: Page, t: Translate) => Promise<void>
  /** What stands on screen then. */
  shown: (page: Page, t: Translate) => Locator
  leave: (page: Page, t: Translate) => Promise<void>
  /** It shows the planted story of its language (view-steps.ts). */
  ofPlantedStory?: true
}

/** THE list of views; a new one is walked in every language, theme and size by adding it here. */
export const views: readonly View[] = [
  {
    name: 'recovery',
    byMouse: async (page, t) => {
      await interrupted(page)
      await button(page, t('recovery.show')).click()
    },
    byKeys: async (page, t) => {
      await interrupted(page)
      await button(page, t('recovery.show')).focus()
      await page.keyboard.press('Enter')
    },
    shown: compared,
    leave: leavePlanted,
  },
  {
    name: 'welcome',
    byMouse: byPaletteClick('help.welcome'),
    byKeys: byPalette('help.welcome'),
    shown: (page, t) => page.getByRole('heading', { name: t('welcome.title') }),
    leave: nothing,
  },
  {
    name: 'details',
    byMouse: async (page, t) => {
      await openFirst(page, t)
      await button(page, t('details.name')).click()
    },
    byKeys: async (page, t) => {
      // The library is the first pane: into its list, and open what stands there.
      await page.keyboard.press('Control+Alt+BracketRight')
      await story(page, t).waitFor()
      await page.keyboard.press('Control+Alt+d')
    },
    shown: (page, t) => page.getByRole('region', { name: t('details.name') }),
    leave: nothing,
  },
  {
    name: 'outline',
    byMouse: (page, t) => button(page, t('outline.name')).click(),
    byKeys: press('Control+Shift+O'),
    shown: (page, t) => page.getByRole('region', { name: t('outline.name') }),
    leave: press('Control+Alt+d'),
  },
  {
    name: 'go-to',
    byMouse: byPaletteClick('goTo.command'),
    byKeys: press('Control+Alt+g'),
    shown: (page, t) => page.getByRole('form', { name: t('goTo.name') }),
    leave: async (page, t) => {
      await escape(page)
      await page.getByRole('form', { name: t('goTo.name') }).waitFor({ state: 'detached' })
    },
  },
  {
    name: 'find',
    byMouse: byPaletteClick('find.name'),
    byKeys: press('Control+f'),
    shown: (page, t) => page.getByRole('search', { name: t('find.name') }),
    leave: async (page, t) => {
      await page.getByRole('textbox', { name: t('find.query'), exact: true }).focus()
      await escape(page)
      await page.getByRole('search', { name: t('find.name') }).waitFor({ state: 'detached' })
    },
  },
  {
    name: 'x-ray',
    byMouse: byPaletteClick('xray.name'),
    byKeys: press('Control+Alt+x'),
    shown: (page, t) => page.getByRole('group', { name: t('xray.name') }),
    leave: async (page, t) => {
      // A panel may lie over the button that closes it.
      await page.keyboard.press('Control+Alt+x')
      await page.getByRole('group', { name: t('xray.name') }).waitFor({ state: 'detached' })
    },
  },
  {
    name: 'preview',
    byMouse: (page, t) => button(page, t('preview.name')).click(),
    byKeys: press('Control+Alt+p'),
    shown: (page) => page.locator('iframe[title]'),
    leave: press('Control+Alt+d'),
  },
  {
    name: 'focus',
    byMouse: (page, t) => button(page, t('focus.toggle')).click(),
    byKeys: press('Control+Alt+f'),
    shown: (page, t) => button(page, t('focus.leave')),
    async leave(page, t) {
      await escape(page)
      // The first Escape left a field within the story.
      if ((await button(page, t('focus.leave')).count()) > 0) await escape(page)
      await button(page, t('focus.leave')).waitFor({ state: 'detached' })
    },
  },
  {
    name: 'export',
    byMouse: (page, t) => button(page, t('export.name')).click(),
    byKeys: press('Control+e'),
    shown: dialog,
    leave: escape,
  },
  {
    name: 'export-several',
    byMouse: async (page, t) => {
      await button(page, t('export.name')).click()
      await page.getByText(t('export.several'), { exact: true }).click()
    },
    byKeys: async (page, t) => {
      await page.keyboard.press('Control+e')
      await page.getByRole('switch', { name: t('export.several') }).focus()
      await page.keyboard.press('Space')
    },
    shown: (page, t) => page.getByRole('checkbox', { name: t('format.html') }),
    leave: escape,
  },
  {
    name: 'versions',
    byMouse: async (page, t) => {
      await plantVersions(page)
      await button(page, t('versions.name')).click()
    },
    byKeys: async (page) => {
      await plantVersions(page)
      await page.keyboard.press('Control+Alt+h')
    },
    shown: compared,
    leave: leavePlanted,
  },
  {
    name: 'restore-version',
    byMouse: async (page, t) => {
      await plantVersions(page)
      await button(page, t('versions.name')).click()
      await button(page, t('restore.do')).click()
    },
    byKeys: async (page, t) => {
      await plantVersions(page)
      await page.keyboard.press('Control+Alt+h')
      await compared(page).waitFor()
      await button(page, t('restore.do')).focus()
      await page.keyboard.press('Enter')
    },
    shown: (page, t) => page.getByRole('alertdialog', { name: t('restore.ask') }),
    async leave(page) {
      await escape(page)
      await page.getByRole('alertdialog').waitFor({ state: 'detached' })
      await leavePlanted(page)
    },
  },
  {
    name: 'keep-version',
    byMouse: byPaletteClick('command.keepVersion'),
    byKeys: byPalette('command.keepVersion'),
    shown: (page, t) => page.getByRole('textbox', { name: t('keep.label') }),
    leave: escape,
  },
  {
    name: 'house-types',
    byMouse: byPaletteClick('types.command'),
    byKeys: byPalette('types.command'),
    shown: (page, t) => page.getByRole('dialog', { name: t('types.name') }),
    leave: escape,
  },
  {
    name: 'theme-editor',
    byMouse: byPaletteClick('themes.command'),
    byKeys: byPalette('themes.command'),
    shown: (page, t) => page.getByRole('dialog', { name: t('themes.name') }).locator('iframe[title]'),
    leave: escape,
  },
  {
    name: 'translate',
    byMouse: byPaletteClick('translate.command'),
    byKeys: press('Control+Alt+t'),
    shown: (page, t) => page.getByRole('dialog', { name: t('translate.name') }),
    leave: escape,
  },
  {
    name: 'transform',
    byMouse: byPaletteClick('command.transform'),
    byKeys: byPalette('command.transform'),
    shown: (page, t) => page.getByRole('dialog', { name: t('transform.name') }),
    leave: escape,
  },
  {
    name: 'crop',
    byMouse: async (page, t) => {
      await openFirst(page, t)
      await button(page, t('details.name')).click()
      await cropOfLead(page, t)
      await button(page, t('command.crop')).last().click()
    },
    byKeys: async (page, t) => {
      await page.keyboard.press('Control+Alt+d')
      await cropOfLead(page, t)
      await button(page, t('command.crop')).last().focus()
      await page.keyboard.press('Enter')
    },
    shown: (page, t) => page.getByRole('slider', { name: t('crop.box') }),
    leave: escape,
  },
  {
    name: 'link',
    byMouse: async (page, t) => {
      await openFirst(page, t)
      await button(page, t('format.link')).click()
    },
    byKeys: async (page, t) => {
      await story(page, t).focus()
      await page.keyboard.press('Control+Shift+k')
    },
    shown: (page, t) => page.getByRole('dialog', { name: t('format.link') }),
    leave: escape,
  },
  {
    name: 'more',
    byMouse: (page, t) => button(page, t('format.more')).click(),
    byKeys: async (page, t) => {
      await button(page, t('format.more')).focus()
      await page.keyboard.press('Enter')
    },
    shown: (page, t) => page.getByRole('group', { name: t('command.group.insert'), exact: true }),
    leave: async (page) => {
      await escape(page)
      // The first only takes away what a focused button says of itself (WCAG 1.4.13).
      if ((await dialog(page).count()) > 0) await escape(page)
    },
  },
  {
    name: 'story-blocks',
    ofPlantedStory: true,
    byMouse: openBlocks,
    byKeys: openBlocksByKeys,
    shown: (page, t) => story(page, t).locator('.pull-quote'),
    leave: leaveBlocks,
  },
  {
    name: 'table-menu',
    ofPlantedStory: true,
    byMouse: async (page, t) => {
      await openBlocks(page, t)
      await story(page, t).locator('td').first().click()
      await button(page, t('table.menu')).click()
    },
    byKeys: async (page, t) => {
      await openBlocksByKeys(page, t)
      // What is found is selected: the caret stands in its cell.
      await page.keyboard.press('Control+f')
      await page.keyboard.type('340,900')
      await page.keyboard.press('Enter')
      await escape(page)
      await button(page, t('table.menu')).focus()
      await page.keyboard.press('Enter')
    },
    shown: (page, t) => page.getByRole('menu', { name: t('table.menu') }),
    async leave(page, t) {
      await escape(page)
      await page.getByRole('menu').waitFor({ state: 'detached' })
      await leaveBlocks(page, t)
    },
  },
  {
    name: 'embed',
    byMouse: byPaletteClick('command.embed'),
    byKeys: byPalette('command.embed'),
    shown: (page, t) => page.getByRole('dialog', { name: t('format.embed') }),
    leave: escape,
  },
  {
    name: 'palette',
    byMouse: (page, t) => button(page, t('palette.name')).click(),
    byKeys: press('Control+k'),
    shown: dialog,
    leave: escape,
  },
  {
    name: 'export-many',
    byMouse: byPaletteClick('command.exportAll'),
    byKeys: byPalette('command.exportAll'),
    shown: (page, t) => page.getByRole('dialog', { name: t('files.export') }),
    leave: escape,
  },
  {
    name: 'posts',
    byMouse: byPaletteClick('posts.command'),
    byKeys: byPalette('posts.command'),
    shown: (page, t) =>
      page
        .getByRole('dialog', { name: t('posts.title') })
        .getByRole('img')
        .first(),
    leave: escape,
  },
  {
    name: 'settings',
    byMouse: (page, t) => button(page, t('settings.name')).click(),
    byKeys: press('Control+Comma'),
    shown: dialog,
    leave: escape,
  },
  {
    name: 'trash',
    byMouse: (page, t) => button(page, t('trash.name')).click(),
    byKeys: byPalette('command.trashList'),
    shown: (page, t) => page.getByRole('dialog', { name: t('trash.name') }),
    leave: escape,
  },
  {
    name: 'names',
    byMouse: byPaletteClick('names.open'),
    byKeys: byPalette('names.open'),
    shown: (page, t) => page.getByRole('dialog', { name: t('names.name') }),
    leave: escape,
  },
  {
    name: 'save-copy',
    byMouse: async (page, t) => {
      await button(page, t('settings.name')).click()
      await button(page, t('command.saveCopy')).click()
    },
    byKeys: byPalette('command.saveCopy'),
    shown: (page, t) => page.getByRole('textbox', { name: t('copy.file') }),
    leave: escape,
  },
  {
    name: 'open-copy',
    byMouse: async (page, t) => {
      await button(page, t('settings.name')).click()
      await button(page, t('command.openCopy')).click()
    },
    byKeys: byPalette('command.openCopy'),
    shown: (page, t) => page.getByRole('textbox', { name: t('copy.folder') }),
    leave: escape,
  },
  {
    name: 'keys',
    byMouse: byPaletteClick('help.keys'),
    byKeys: press('Control+Slash'),
    shown: (page, t) => page.getByRole('dialog', { name: t('help.keys') }),
    leave: escape,
  },
  {
    name: 'tour',
    byMouse: byPaletteClick('help.tour'),
    byKeys: byPalette('help.tour'),
    shown: (page, t) => page.getByRole('region', { name: t('tour.name') }),
    leave: escape,
  },
  {
    name: 'list-filter',
    byMouse: (page, t) => button(page, t('filter.name')).click(),
    byKeys: async (page, t) => {
      await page.keyboard.press('Control+Shift+f')
      await page
        .getByRole('searchbox', { name: t('library.search') })
        .and(page.locator(':focus'))
        .waitFor()
      const wanted = button(page, t('filter.name')).and(page.locator(':focus'))
      for (let at = 0; at < 20 && (await wanted.count()) === 0; at += 1) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    },
    shown: (page, t) => page.getByRole('dialog', { name: t('filter.name') }),
    leave: escape,
  },
  {
    // With the boxes before its rows, and what is done with those that are chosen.
    name: 'list-wide',
    byMouse: async (page, t) => {
      await button(page, t('list.choose')).click()
      await button(page, t('list.widen')).click()
      await page.locator('.library .row').first().click()
    },
    byKeys: async (page) => {
      await page.keyboard.press('Control+Alt+Backslash')
      await page.locator('.library[data-wide] .row').first().focus()
      await page.keyboard.press('Control+Space')
    },
    shown: (page, t) => button(page, t('bulk.status')),
    leave: async (page, t) => {
      await button(page, t('bulk.end')).click()
      await page.keyboard.press('Control+Alt+Backslash')
      await button(page, t('list.widen')).waitFor()
    },
  },
  {
    name: 'library-menu',
    byMouse: (page) => page.locator('.spot').click(),
    byKeys: press('Control+Shift+L'),
    shown: (page, t) => page.getByRole('menu', { name: t('library.name'), exact: true }),
    leave: async (page) => {
      await escape(page)
      await page.locator('.spot-menu').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'no-hits',
    byMouse: (page, t) => page.getByRole('searchbox', { name: t('library.search') }).fill('qqqq'),
    byKeys: async (page, t) => {
      await page.keyboard.press('Control+Shift+f')
      // In a narrow window the list comes first, and with it the field.
      const field = page.getByRole('searchbox', { name: t('library.search') })
      await field.and(page.locator(':focus')).waitFor()
      await page.keyboard.type('qqqq')
    },
    shown: (page, t) => page.getByText(t('library.noHits')),
    leave: (page, t) => page.getByRole('searchbox', { name: t('library.search') }).fill(''),
  },
]
