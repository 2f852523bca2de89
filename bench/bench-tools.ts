/** What the tools of this project find and do for every bench. */
export interface BenchTools {
  /** Path of the browser. */
  chromium: string
  /** Builds Midad where its sources are newer; resolves with an exit code. */
  build: () => Promise<number>
}
