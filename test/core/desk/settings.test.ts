import { expect, test } from 'vitest'
import { createDesk } from '../../../core/desk/desk.ts'
import type { SettingsStore } from '../../../core/desk/house-stores.ts'
import { memoryPorts } from '../../support/memory-ports.ts'

test('two settings changed at once both hold, however slow the disk is', async () => {
  const ports = memoryPorts()
  const slow: SettingsStore = {
    get: () => ports.settings.get(),
    put: async (settings) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      await ports.settings.put(settings)
    },
  }
  const desk = createDesk({ ...ports, settings: slow })
  const answers = await Promise.all([
    desk['settings.change']({ storyFont: 'plain' }),
    desk['settings.change']({ rows: 'compact' }),
  ])
  expect(answers.map(({ storyFont, rows }) => [storyFont, rows])).toEqual([
    ['plain', 'comfortable'],
    ['plain', 'compact'],
  ])
  expect(ports.settings.get()).toMatchObject({ storyFont: 'plain', rows: 'compact' })
})
