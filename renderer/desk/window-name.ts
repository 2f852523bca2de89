const keptAs = 'midad-window'
let name: string | undefined

/** This window among those that ask the desk: the same after it was loaded anew, as after a crash of the page. */
export function windowName(): string {
  try {
    name ??= sessionStorage.getItem(keptAs) ?? crypto.randomUUID()
    sessionStorage.setItem(keptAs, name)
  } catch {
    // A browser that keeps nothing.
    name ??= crypto.randomUUID()
  }
  return name
}
