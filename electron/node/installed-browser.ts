import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where browsers of the Chromium family are usually installed. */
const usualPlaces = (environment: NodeJS.ProcessEnv): (string | undefined)[] => {
  const onWindows = [
    environment.ProgramFiles,
    environment['ProgramFiles(x86)'],
    environment.LOCALAPPDATA,
  ].filter((folder) => folder !== undefined)
  return [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/brave-browser',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    ...['', homedir()].flatMap((folder) => [
      `${folder}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${folder}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      `${folder}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
      `${folder}/Applications/Brave Browser.app/Contents/MacOS/Brave Browser`,
    ]),
    ...onWindows.flatMap((folder) => [
      join(folder, 'Google\\Chrome\\Application\\chrome.exe'),
      join(folder, 'Microsoft\\Edge\\Application\\msedge.exe'),
      join(folder, 'Chromium\\Application\\chrome.exe'),
    ]),
  ]
}

/** The program of a browser of the Chromium family: the one that MIDAD_CHROMIUM names, or an installed one. */
export function installedBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return [environment.MIDAD_CHROMIUM, ...usualPlaces(environment)].find((place) => place && existsSync(place))
}
