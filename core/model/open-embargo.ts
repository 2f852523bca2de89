/**
 * Until when an article is held that has an embargo without an end: a day so far off that whoever reads dates holds it, an older Midad
 * and every wire too.
 */
export const untilFurtherNotice = '9999-12-31'

/** Whether an embargo holds until somebody lifts it. */
export const isOpenEmbargo = (embargoUntil: string): boolean => embargoUntil.startsWith(untilFurtherNotice)
