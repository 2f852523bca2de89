export const openJobs = ['midad-open', 'midad-first', 'metadata', 'stat', 'scan'] as const
export const saveJobs = ['midad-save', 'file', 'file-told', 'lowdb-rows', 'lowdb-all'] as const
export const searchJobs = [
  'postings',
  'midad-index',
  'midad-search',
  'fts5',
  'minisearch',
  'flexsearch',
] as const
export const hostJobs = ['midad-host'] as const
/** Every job, in the order of the tables. */
export const jobIds = [...openJobs, ...saveJobs, ...searchJobs, ...hostJobs] as const
export type JobId = (typeof jobIds)[number]

export const jobLabels: Record<JobId, string> = {
  'midad-open': 'Midad, open and list',
  'midad-first': 'Midad, without its index',
  metadata: 'one metadata JSON',
  stat: 'stat every file',
  scan: 'read and parse every file',
  'midad-save': 'Midad, a save',
  file: 'one file: write + fsync + rename',
  'file-told': 'the same, its folder synced, told in a journal',
  'lowdb-rows': 'lowdb, metadata in one file',
  'lowdb-all': 'lowdb, all articles in one file',
  postings: 'hand postings (the limit)',
  'midad-index': 'Midad, the index',
  'midad-search': 'Midad, the desk with excerpts',
  fts5: 'SQLite FTS5',
  minisearch: 'MiniSearch',
  flexsearch: 'FlexSearch, unranked',
  'midad-host': 'Midad, its host',
}

/** Milliseconds of opening a library. */
export interface OpenResult {
  kind: 'open'
  /** Absent where this system cannot be made to forget a file. */
  coldMs: number | undefined
  warmMs: number
  /** All threads of the process, of the warm one. */
  cpuMs: number
}
/** Milliseconds of saving one article, of many saves. */
export interface SaveResult {
  kind: 'save'
  totalMs: number[]
  /** How long the thread that saves was busy, a save. */
  busyMs: number[]
  /** Of the file that is written. */
  bytes: number
}
/** What an index costs and answers. */
export interface SearchResult {
  kind: 'search'
  buildMs: number
  /** Of the process when it was built; 2^20 bytes. */
  residentMb: number
  /** On the disk; absent where nothing is kept. */
  bytes: number | undefined
  reloadMs: number | undefined
  /** Each of some updates of one article. */
  updateMs: number[]
  /** Each of the queries. */
  queryMs: number[]
  /** Queries without an answer: an index that finds nothing is no peer. */
  empty: number
}
/** The built host in a process of its own: milliseconds until the first search is answered, and the most memory that it held meanwhile and after; 2^20 bytes. */
export interface HostResult {
  kind: 'host'
  /** Of an archive whose words nobody has read. */
  readMs: number
  /** From the start of the process until they are. */
  readMb: number
  /** After the next start. */
  againMs: number
  /** From that start until 200 searches and the list in another order are answered. */
  againMb: number
}
export type JobResult = OpenResult | SaveResult | SearchResult | HostResult

/** One run of one job; kept in the raw results. */
export interface LibrarySample {
  job: JobId
  size: number
  round: number
  load: number
  result?: JobResult
  failure?: string
}
