import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Result } from '../../core/api/errors.ts'
import { isPage } from './origin.ts'
import { isPlainData } from './plain-data.ts'

/** Answers one message as data, whatever it is. */
export type Answer = (method: unknown, input: unknown) => Promise<Result<unknown>>

/** The one channel of calls; events go the other way on 'desk:event'. */
export const callChannel = 'desk:call'
export const eventChannel = 'desk:event'

const refused: Result<unknown> = {
  ok: false,
  error: { code: 'bad-request', message: 'this is no call of the desk' },
}

/** Answers calls of our own page's main frame; anybody else is refused without a reason. */
export function answerCalls(answer: Answer): void {
  ipcMain.handle(callChannel, (event, method: unknown, input: unknown) => {
    if (!isOfThePage(event) || !isPlainData(input)) return refused
    return answer(method, input)
  })
}

// The frame is null where it has navigated or gone since it asked: then nobody waits for an answer.
function isOfThePage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  if (!senderFrame || senderFrame.detached || senderFrame.parent !== null) return false
  return senderFrame === sender.mainFrame && isPage(senderFrame.url)
}
