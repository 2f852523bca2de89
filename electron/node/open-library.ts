import { openDesk, type OpenDesk, type OpenDeskOptions } from './open-desk.ts'
import { makeRoomFor } from './library-place.ts'
import { version } from './version.ts'

/** Opens a library for this version of Midad, making room for one in the default place. @throws as openDesk */
export async function openLibrary(
  options: Pick<
    OpenDeskOptions,
    'library' | 'create' | 'requireWrite' | 'readOnly' | 'tell' | 'pages' | 'host' | 'printer'
  >,
): Promise<OpenDesk> {
  if (options.create) await makeRoomFor(options.library)
  return openDesk({ ...options, version })
}
