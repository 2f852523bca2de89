import type { DeskApi } from '../api/contract.ts'
import { articleCalls } from './articles.ts'
import { completionCalls } from './completing.ts'
import { exportCalls } from './exporting.ts'
import { importCalls } from './importing.ts'
import { listingCalls } from './listing.ts'
import { journalCalls } from './journaling.ts'
import { markCalls } from './marking.ts'
import { nameCalls } from './naming.ts'
import { pictureCalls } from './pictures.ts'
import { postCalls } from './posting.ts'
import type { Ports } from './ports.ts'
import { DeskRoom } from './room.ts'
import { searchCalls } from './searching.ts'
import { settingsCalls } from './settings.ts'
import { spellingCalls } from './spelling.ts'
import { startCalls } from './starting.ts'
import { typeCalls } from './story-types.ts'
import { suggestionCalls } from './suggesting.ts'
import { themeCalls } from './themes.ts'
import { translationCalls } from './translating.ts'
import { trashCalls } from './trash.ts'
import { verifyCalls } from './verifying.ts'
import { versionCalls } from './versions.ts'

/** The newsroom over the ports of a machine, in this room. Input is taken as parsed: strangers come in through `dispatch`. */
export function createDesk(ports: Ports, room = new DeskRoom(ports)): DeskApi {
  return {
    ...settingsCalls(room),
    ...startCalls(room),
    ...typeCalls(room),
    ...themeCalls(room),
    ...translationCalls(room),
    ...articleCalls(room),
    ...listingCalls(room),
    ...markCalls(room),
    ...searchCalls(room),
    ...suggestionCalls(room),
    ...spellingCalls(room),
    ...nameCalls(room),
    ...completionCalls(room),
    ...journalCalls(room),
    ...versionCalls(room),
    ...trashCalls(room),
    ...exportCalls(room),
    ...postCalls(room),
    ...importCalls(room),
    ...pictureCalls(room),
    ...verifyCalls(room),
  }
}
