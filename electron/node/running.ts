import { errorCode } from './disk-errors.ts'

/** Whether a process of this number runs on this computer, whoever's it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's.
    return errorCode(error) === 'EPERM'
  }
}
