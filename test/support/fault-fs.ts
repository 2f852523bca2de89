import { nodeDisk, type Disk } from '../../electron/node/disk.ts'

export type Fault = 'ENOSPC' | 'EDQUOT' | 'EIO' | 'EACCES' | 'EBUSY' | 'EPERM' | 'EMFILE' | 'EROFS' | 'short'
export interface Plan {
  /** The call that fails, counted from 1; calls before it work. */
  at: number
  fault: Fault
  /** 'once', or every call from there on. */
  lasts: 'once' | 'from-there'
  /** Counts only calls that this accepts; all, where absent. */
  counts?: (call: string, path: string) => boolean
}

/**
 * A real disk on which chosen calls fail. `short` makes a write take one byte and is no failure; it is planted in
 * writes alone. Pauses take no time and are added up.
 */
export class FaultDisk implements Disk {
  readonly calls: string[] = []
  pausedMs = 0
  fired = 0
  #counted = 0
  #underWay = 0
  plan: Plan | undefined
  readonly #disk: Disk

  constructor(plan?: Plan, disk: Disk = nodeDisk) {
    this.plan = plan
    this.#disk = disk
  }

  /** Starts counting anew. */
  arm(plan: Plan | undefined): void {
    this.plan = plan
    this.#counted = 0
    this.fired = 0
    this.calls.length = 0
  }

  #isDue(call: string, path: string): boolean {
    this.calls.push(call)
    if (!this.plan || this.plan.counts?.(call, path) === false) return false
    this.#counted += 1
    const { at, lasts } = this.plan
    return lasts === 'once' ? this.#counted === at : this.#counted >= at
  }

  async #do<T>(call: string, path: string, work: () => Promise<T>): Promise<T> {
    if (this.#isDue(call, path) && this.plan && this.plan.fault !== 'short') {
      this.fired += 1
      throw Object.assign(new Error(`${this.plan.fault}: planted in ${call}`), { code: this.plan.fault })
    }
    this.#underWay += 1
    try {
      return await work()
    } finally {
      this.#underWay -= 1
    }
  }

  /** Resolves when nobody has asked anything of it for a moment: what goes on behind an answer is over too. */
  async quiet(): Promise<void> {
    for (let calm = 0, calls = this.calls.length; calm < 3; calm += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      if (this.#underWay > 0 || this.calls.length !== calls) calm = 0
      calls = this.calls.length
    }
  }

  open: Disk['open'] = async (path, flags, mode) => {
    const file = await this.#do(`open ${flags}`, path, () => this.#disk.open(path, flags, mode))
    return {
      write: async (bytes, from) => {
        if (this.plan?.fault === 'short' && this.#isDue('write', path)) {
          this.fired += 1
          return file.write(bytes.subarray(0, from + 1), from)
        }
        return this.#do('write', path, () => file.write(bytes, from))
      },
      read: (position, length) => this.#do('read', path, () => file.read(position, length)),
      sync: () => this.#do('sync', path, () => file.sync()),
      stat: () => this.#do('file stat', path, () => file.stat()),
      close: async () => {
        // The handle is given back all the same, as systems do.
        await file.close()
        await this.#do('close', path, async () => undefined)
      },
    }
  }
  readFile: Disk['readFile'] = (path) => this.#do('readFile', path, () => this.#disk.readFile(path))
  rename: Disk['rename'] = (from, to) => this.#do('rename', from, () => this.#disk.rename(from, to))
  unlink: Disk['unlink'] = (path) => this.#do('unlink', path, () => this.#disk.unlink(path))
  rmdir: Disk['rmdir'] = (path) => this.#do('rmdir', path, () => this.#disk.rmdir(path))
  mkdir: Disk['mkdir'] = (path, mode) => this.#do('mkdir', path, () => this.#disk.mkdir(path, mode))
  chmod: Disk['chmod'] = (path, mode) => this.#do('chmod', path, () => this.#disk.chmod(path, mode))
  realpath: Disk['realpath'] = (path) => this.#do('realpath', path, () => this.#disk.realpath(path))
  stat: Disk['stat'] = (path) => this.#do('stat', path, () => this.#disk.stat(path))
  readdir: Disk['readdir'] = (path) => this.#do('readdir', path, () => this.#disk.readdir(path))
  pause: Disk['pause'] = async (milliseconds) => {
    this.pausedMs += milliseconds
  }
}
