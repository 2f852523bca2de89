import { nodeDisk, type Disk } from '../../../electron/node/disk.ts'

/** The machine's own disk until this process is said to have died: from then on no call reaches it, as after a SIGKILL. */
export class MortalDisk implements Disk {
  #callsLeft = Infinity
  #isDead = false

  /** The process dies with the call after these. */
  dieAfter(calls: number): void {
    this.#callsLeft = calls
  }

  async #do<T>(work: () => Promise<T>): Promise<T> {
    this.#callsLeft -= 1
    if (this.#callsLeft < 0) this.#isDead = true
    if (this.#isDead) throw Object.assign(new Error('EIO: the process has died'), { code: 'EIO' })
    return work()
  }

  open: Disk['open'] = async (path, flags, mode) => {
    const file = await this.#do(() => nodeDisk.open(path, flags, mode))
    return {
      write: (bytes, from) => this.#do(() => file.write(bytes, from)),
      read: (position, length) => this.#do(() => file.read(position, length)),
      sync: () => this.#do(() => file.sync()),
      stat: () => this.#do(() => file.stat()),
      // The system closes what a dead process held.
      close: () => file.close(),
    }
  }
  readFile: Disk['readFile'] = (path) => this.#do(() => nodeDisk.readFile(path))
  rename: Disk['rename'] = (from, to) => this.#do(() => nodeDisk.rename(from, to))
  unlink: Disk['unlink'] = (path) => this.#do(() => nodeDisk.unlink(path))
  rmdir: Disk['rmdir'] = (path) => this.#do(() => nodeDisk.rmdir(path))
  mkdir: Disk['mkdir'] = (path, mode) => this.#do(() => nodeDisk.mkdir(path, mode))
  chmod: Disk['chmod'] = (path, mode) => this.#do(() => nodeDisk.chmod(path, mode))
  realpath: Disk['realpath'] = (path) => this.#do(() => nodeDisk.realpath(path))
  stat: Disk['stat'] = (path) => this.#do(() => nodeDisk.stat(path))
  readdir: Disk['readdir'] = (path) => this.#do(() => nodeDisk.readdir(path))
  pause: Disk['pause'] = async () => undefined
}
