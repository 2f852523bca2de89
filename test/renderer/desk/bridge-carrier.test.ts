import { describe, expect, test } from 'vitest'
import { createDeskClient } from '../../../renderer/desk/client.ts'
import { createBridgeCarrier, deskBridge, type DeskBridge } from '../../../renderer/desk/bridge-carrier.ts'

const bridge = (call: DeskBridge['call']): DeskBridge => ({ call, on: () => () => undefined })

describe('the bridge of Electron', () => {
  test('is found where the preload has laid it, and nothing else is taken for it', () => {
    const own = bridge(async () => null)
    expect(deskBridge({ desk: own })).toBe(own)
    for (const page of [{}, { desk: null }, { desk: 'desk' }, { desk: { call: () => null } }]) {
      expect(deskBridge(page)).toBeUndefined()
    }
  })

  test('answers a call with its value, and a failure with its code', async () => {
    const desk = createDeskClient(
      createBridgeCarrier(
        bridge(async (method) =>
          method === 'trash.list'
            ? { ok: true, value: { articles: [] } }
            : { ok: false, error: { code: 'disk-full', message: '' } },
        ),
      ),
    )
    expect(await desk.call('trash.list', {})).toEqual({ articles: [] })
    await expect(desk.call('article.create', {})).rejects.toMatchObject({ code: 'disk-full' })
  })

  test('to a main process that has gone is a desk that cannot be reached', async () => {
    const desk = createDeskClient(createBridgeCarrier(bridge(() => Promise.reject(new Error('gone')))))
    await expect(desk.call('trash.list', {})).rejects.toMatchObject({ code: 'unreachable' })
  })
})
